-- The rows of every projection have a new form. They are derived: without its token a projection starts over from the log.
TRUNCATE incident, timeline_incident, timeline_entry, decision, decision_context, decision_mention, stopgap, stopgap_incident;
TRUNCATE token_entry, dead_letter_entry;

CREATE TABLE incident_link (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    other_id    uuid   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE incident_link IS 'What an incident has to do with another one; shown on both';
CREATE INDEX incident_link_by_other ON incident_link (other_id);

CREATE TABLE timeline_mention (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE timeline_mention IS 'Which entries quote an entry, so that it can be redacted in them, too';

CREATE TABLE stopgap_cause (
    incident_id   uuid    NOT NULL,
    id            uuid    NOT NULL,
    sequence      bigint  NOT NULL,
    view          text    NOT NULL,
    mitigation_id uuid    NOT NULL,
    other_id      uuid    NOT NULL,
    struck        boolean NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE stopgap_cause IS 'Incidents that say a mitigation of another incident caused them; shown in the ledger beside that mitigation';
CREATE INDEX stopgap_cause_by_mitigation ON stopgap_cause (mitigation_id) WHERE NOT struck;

CREATE TABLE stopgap_mention (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE stopgap_mention IS 'Which stopgap an entry is about, for redactions of that entry';
