-- The rows of decisions have a new form: what came of their mitigations. Without its token the projection starts over.
TRUNCATE decision, decision_context, decision_mention;
DELETE FROM token_entry WHERE processor_name = 'decisions';
DELETE FROM dead_letter_entry WHERE processing_group = 'decisions';

ALTER TABLE decision
    ADD COLUMN kind             text        NOT NULL,
    ADD COLUMN recorded_at      timestamptz NOT NULL,
    ADD COLUMN struck           boolean     NOT NULL,
    ADD COLUMN reversibility    text,
    ADD COLUMN over_objection   boolean     NOT NULL,
    ADD COLUMN superseded_after bigint,
    ADD COLUMN mitigations      text[]      NOT NULL;
COMMENT ON COLUMN decision.kind IS 'Of the incident';
COMMENT ON COLUMN decision.reversibility IS 'Of the option that was chosen';
COMMENT ON COLUMN decision.superseded_after IS 'Seconds from the decision to its being superseded, both as they occurred';
COMMENT ON COLUMN decision.mitigations IS 'The kinds of what was done to carry it out';

CREATE INDEX decision_by_reversibility ON decision (reversibility, decided_at DESC, id DESC, incident_id DESC) WHERE reversibility IS NOT NULL;
CREATE INDEX decision_over_objection ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE over_objection;
CREATE INDEX decision_struck ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE struck;
CREATE INDEX decision_of_drills ON decision (kind, decided_at DESC, id DESC, incident_id DESC) WHERE kind <> 'LIVE';
-- What may be a precedent, the last one before a moment of record time first.
CREATE INDEX decision_as_precedent ON decision (recorded_at DESC, id DESC, incident_id DESC)
    WHERE state = 'RECORDED' AND kind = 'LIVE' AND NOT struck;
-- One index for both, so that a rare service is not looked up among all decisions with a frequent word.
DROP INDEX decision_by_service;
DROP INDEX decision_by_words;
CREATE INDEX decision_by_service_and_words ON decision USING gin (services, search);
