-- The log. Rows are appended and never updated; the order of the log is global_index.
CREATE TABLE domain_event_entry (
    global_index         bigint GENERATED ALWAYS AS IDENTITY,
    event_identifier     text   NOT NULL,
    aggregate_identifier text   NOT NULL,
    sequence_number      bigint NOT NULL,
    type                 text   NOT NULL,
    payload_type         text   NOT NULL,
    payload_revision     text,
    payload              bytea  NOT NULL,
    meta_data            bytea  NOT NULL,
    time_stamp           text   NOT NULL,
    CONSTRAINT domain_event_entry_pkey PRIMARY KEY (global_index),
    CONSTRAINT one_event_per_sequence_number UNIQUE (aggregate_identifier, sequence_number),
    CONSTRAINT one_event_per_identifier UNIQUE (event_identifier)
);

COMMENT ON TABLE domain_event_entry IS 'Every event of every incident, in the order of the log';
COMMENT ON COLUMN domain_event_entry.event_identifier IS 'The id of the entry: an id that is taken anywhere is taken';
COMMENT ON COLUMN domain_event_entry.payload IS 'JSON in UTF-8, kept byte for byte';

CREATE TABLE snapshot_event_entry (
    event_identifier     text   NOT NULL UNIQUE,
    aggregate_identifier text   NOT NULL,
    sequence_number      bigint NOT NULL,
    type                 text   NOT NULL,
    payload_type         text   NOT NULL,
    payload_revision     text,
    payload              bytea  NOT NULL,
    meta_data            bytea  NOT NULL,
    time_stamp           text   NOT NULL,
    PRIMARY KEY (aggregate_identifier, sequence_number)
);

COMMENT ON TABLE snapshot_event_entry IS 'Folded state of long incidents, so that a command need not read them whole; can be emptied at any time';
