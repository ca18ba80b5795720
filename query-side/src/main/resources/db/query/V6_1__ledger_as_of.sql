-- The rows of the ledger have a new form: since when they stand. Without its token the projection starts over.
TRUNCATE stopgap, stopgap_incident, stopgap_cause, stopgap_mention;
DELETE FROM token_entry WHERE processor_name = 'stopgaps';
DELETE FROM dead_letter_entry WHERE processing_group = 'stopgaps';

ALTER TABLE stopgap ADD COLUMN recorded_from timestamptz NOT NULL;
COMMENT ON COLUMN stopgap.recorded_from IS 'When the event was recorded that left it like this';

CREATE TABLE stopgap_former (
    incident_id    uuid        NOT NULL,
    id             uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    view           text        NOT NULL,
    mitigation_id  uuid        NOT NULL,
    state          text        NOT NULL,
    owner          text,
    applied_at     timestamptz NOT NULL,
    due_at         timestamptz,
    recorded_from  timestamptz NOT NULL,
    recorded_until timestamptz NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE stopgap_former IS 'Each stopgap as it stood until an event changed it';
CREATE INDEX stopgap_former_as_of ON stopgap_former USING gist (tstzrange(recorded_from, recorded_until));

ALTER TABLE stopgap_cause DROP COLUMN struck;
ALTER TABLE stopgap_cause ADD COLUMN recorded_at timestamptz NOT NULL;
ALTER TABLE stopgap_cause ADD COLUMN struck_at timestamptz;
CREATE INDEX stopgap_cause_by_mitigation ON stopgap_cause (mitigation_id);
