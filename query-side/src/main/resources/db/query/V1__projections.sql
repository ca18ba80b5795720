-- Everything here is derived from the log and can be rebuilt from it at any time.
-- `view` is JSON in the order of its record; the columns beside it are what lists filter and order by.

CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    "timestamp"    text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
COMMENT ON TABLE token_entry IS 'How far each projection has come in the log, and which process carries it on';

CREATE TABLE dead_letter_entry (
    dead_letter_id       text   NOT NULL PRIMARY KEY,
    processing_group     text   NOT NULL,
    sequence_identifier  text   NOT NULL,
    sequence_index       bigint NOT NULL,
    message_type         text   NOT NULL,
    event_identifier     text   NOT NULL,
    time_stamp           text   NOT NULL,
    payload_type         text   NOT NULL,
    payload_revision     text,
    payload              bytea  NOT NULL,
    meta_data            bytea,
    type                 text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   NOT NULL,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);
COMMENT ON TABLE dead_letter_entry IS 'Events a projection could not take in, and those of the same incident that wait behind them';

-- The incident list -------------------------------------------------------------------------------------------------

CREATE TABLE incident (
    incident_id   uuid        NOT NULL,
    id            uuid        NOT NULL,
    sequence      bigint      NOT NULL,
    view          text        NOT NULL,
    number        bigint      NOT NULL,
    severity      text        NOT NULL,
    state         text        NOT NULL,
    kind          text        NOT NULL,
    services      text[]      NOT NULL,
    source_system text,
    source_id     text,
    declared_at   timestamptz NOT NULL,
    search        tsvector    NOT NULL,
    PRIMARY KEY (incident_id, id)
);
CREATE INDEX incident_by_number ON incident (number);
CREATE INDEX incident_newest_first ON incident (declared_at DESC, incident_id DESC);
CREATE INDEX incident_by_state ON incident (state, declared_at DESC, incident_id DESC);
CREATE INDEX incident_by_severity ON incident (severity, declared_at DESC, incident_id DESC);
CREATE INDEX incident_by_source ON incident USING hash (source_id);
CREATE INDEX incident_by_service ON incident USING gin (services);
CREATE INDEX incident_by_words ON incident USING gin (search);

-- Timelines ---------------------------------------------------------------------------------------------------------

CREATE TABLE timeline_incident (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE timeline_incident IS 'The number of each incident, and how many of its events its timeline holds';

CREATE TABLE timeline_entry (
    incident_id    uuid        NOT NULL,
    id             uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    view           text        NOT NULL,
    entry_sequence bigint      NOT NULL,
    type           text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON COLUMN timeline_entry.sequence IS 'Of the last event that changed the entry; entry_sequence is its own';
CREATE INDEX timeline_entry_as_it_occurred ON timeline_entry (incident_id, occurred_at, entry_sequence);
CREATE INDEX timeline_entry_as_recorded ON timeline_entry (incident_id, entry_sequence);

-- The decision audit ------------------------------------------------------------------------------------------------

CREATE TABLE decision (
    incident_id    uuid        NOT NULL,
    id             uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    view           text        NOT NULL,
    number         bigint      NOT NULL,
    state          text        NOT NULL,
    decided_at     timestamptz NOT NULL,
    decided_by     text,
    severity       text,
    services       text[]      NOT NULL,
    permanence     text,
    soundness      text,
    outcome        text,
    superseded     boolean     NOT NULL,
    late           boolean     NOT NULL,
    evidence_count integer     NOT NULL,
    option_count   integer     NOT NULL,
    search         tsvector    NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON COLUMN decision.decided_at IS 'When it was raised, as long as it is not decided';
CREATE INDEX decision_by_id ON decision (id);
CREATE INDEX decision_newest_first ON decision (state, decided_at DESC, id DESC, incident_id DESC);
CREATE INDEX decision_by_decider ON decision (decided_by, decided_at DESC, id DESC, incident_id DESC);
CREATE INDEX decision_by_severity ON decision (severity, decided_at DESC, id DESC, incident_id DESC);
CREATE INDEX decision_by_permanence ON decision (permanence, decided_at DESC, id DESC, incident_id DESC) WHERE permanence IS NOT NULL;
CREATE INDEX decision_without_evidence ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE evidence_count = 0;
CREATE INDEX decision_without_alternatives ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE option_count < 2;
CREATE INDEX decision_superseded ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE superseded;
CREATE INDEX decision_late ON decision (decided_at DESC, id DESC, incident_id DESC) WHERE late;
CREATE INDEX decision_by_soundness ON decision (soundness, decided_at DESC, id DESC, incident_id DESC) WHERE soundness IS NOT NULL;
CREATE INDEX decision_by_outcome ON decision (outcome, decided_at DESC, id DESC, incident_id DESC) WHERE outcome IS NOT NULL;
CREATE INDEX decision_by_service ON decision USING gin (services);
CREATE INDEX decision_by_words ON decision USING gin (search);
-- With few words known to the statistics every other one is taken for frequent, and its index is passed over.
ALTER TABLE decision ALTER COLUMN search SET STATISTICS 2000;

CREATE TABLE decision_context (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE decision_context IS 'The severity and services of each incident as they stand, for the next decision';

CREATE TABLE decision_mention (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE decision_mention IS 'Which decision an entry is about, for corrections and strikes of that entry';

-- The stopgap ledger ------------------------------------------------------------------------------------------------

CREATE TABLE stopgap (
    incident_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    view        text        NOT NULL,
    number      bigint      NOT NULL,
    state       text        NOT NULL,
    owner       text,
    applied_at  timestamptz NOT NULL,
    due_at      timestamptz,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON COLUMN stopgap.state IS 'As the events left it; that a plan is overdue is for the clock of the reader to say';
CREATE INDEX stopgap_oldest_first ON stopgap (applied_at, id, incident_id);
CREATE INDEX stopgap_by_state ON stopgap (state, applied_at, id, incident_id);
CREATE INDEX stopgap_by_due ON stopgap (due_at) WHERE state = 'PLANNED';

CREATE TABLE stopgap_incident (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE stopgap_incident IS 'The number of each incident, for the ledger';
