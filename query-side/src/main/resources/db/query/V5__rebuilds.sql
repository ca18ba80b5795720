CREATE TABLE projection_revision (
    projection text    PRIMARY KEY,
    revision   integer NOT NULL
);
COMMENT ON TABLE projection_revision IS 'Of the fold that built the tables of each projection; none while they are still to be built';
INSERT INTO projection_revision
SELECT processor_name, 1 FROM token_entry WHERE segment = 0 AND token IS NOT NULL AND processor_name NOT LIKE '\_\_%';

-- Counts are of events; position is the last one the new tables held when they took the place of the old ones.
CREATE TABLE projection_rebuild (
    projection   text        PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    step         text        CHECK (step IN ('READING', 'INDEXING', 'SWITCHING')),
    done         bigint      NOT NULL DEFAULT 0,
    total        bigint      NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at   timestamptz,
    read_at      timestamptz,
    finished_at  timestamptz,
    position     bigint,
    reason       text
);
COMMENT ON TABLE projection_rebuild IS 'The last rebuild of each projection that was asked for';
