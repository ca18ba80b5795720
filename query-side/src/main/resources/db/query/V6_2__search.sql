CREATE TABLE search_timeline_incident (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE search_timeline_incident IS 'As timeline_incident, for search';

CREATE TABLE search_timeline_entry (
    incident_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    view        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    search      tsvector    NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE search_timeline_entry IS 'As timeline_entry, with the words it is found by; none once it is struck or redacted';
CREATE INDEX search_timeline_entry_by_words ON search_timeline_entry USING gin (search);
CREATE INDEX search_timeline_entry_newest_first ON search_timeline_entry (occurred_at DESC);
CREATE INDEX search_timeline_entry_by_id ON search_timeline_entry USING hash (id);
-- With few words known to the statistics every other one is taken for frequent, and its index is passed over.
ALTER TABLE search_timeline_entry ALTER COLUMN search SET STATISTICS 2000;

CREATE TABLE search_timeline_mention (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE search_timeline_mention IS 'As timeline_mention, for search';
