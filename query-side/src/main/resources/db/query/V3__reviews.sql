-- The rows of decisions have a new form: what reviews make of them. Without its token the projection starts over.
TRUNCATE decision, decision_context, decision_mention;
DELETE FROM token_entry WHERE processor_name = 'decisions';
DELETE FROM dead_letter_entry WHERE processing_group = 'decisions';

CREATE TABLE review (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE review IS 'Each incident, and who opened its review once somebody did';

CREATE TABLE review_finding (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE review_finding IS 'Each entry of a review, but for action items';

CREATE TABLE action_item (
    incident_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    view        text        NOT NULL,
    state       text        NOT NULL,
    owner       text        NOT NULL,
    added_at    timestamptz NOT NULL,
    due_at      timestamptz,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON COLUMN action_item.state IS 'As the events left it; that it is overdue is for the clock of the reader to say';
CREATE INDEX action_item_oldest_first ON action_item (added_at, id, incident_id);
CREATE INDEX action_item_by_state ON action_item (state, added_at, id, incident_id);
CREATE INDEX action_item_by_owner ON action_item (owner, added_at, id, incident_id);

CREATE TABLE postmortem_version (
    incident_id uuid    NOT NULL,
    id          uuid    NOT NULL,
    sequence    bigint  NOT NULL,
    view        text    NOT NULL,
    version     integer NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE postmortem_version IS 'Each postmortem as it was published';

CREATE TABLE postmortem_later_entry (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE postmortem_later_entry IS 'Entries recorded after a postmortem was published, which cannot tell of them';
