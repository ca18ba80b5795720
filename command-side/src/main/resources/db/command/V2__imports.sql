-- What is to be done at a time or in the background, kept by db-scheduler (its table as its documentation gives it).
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- Which incident stands for which one of another system: the first that was declared for it.
CREATE TABLE incident_source (
    system      text NOT NULL,
    source_id   text NOT NULL,
    incident_id uuid NOT NULL,
    PRIMARY KEY (system, source_id)
);

-- An upload of past incidents. Counts of lines but for entries_taken; position is that of the last event it appended.
CREATE TABLE import_job (
    id            uuid        PRIMARY KEY,
    state         text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    created_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    lines         int         NOT NULL,
    taken         int         NOT NULL DEFAULT 0,
    skipped       int         NOT NULL DEFAULT 0,
    failed        int         NOT NULL DEFAULT 0,
    entries_taken bigint      NOT NULL DEFAULT 0,
    position      bigint NOT NULL DEFAULT 0
);

-- The lines still to be taken in. A line goes in the transaction that takes or refuses it.
CREATE TABLE import_line (
    job_id  uuid  NOT NULL REFERENCES import_job ON DELETE CASCADE,
    line    int   NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (job_id, line)
);

CREATE TABLE import_error (
    job_id  uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    line    int    NOT NULL,
    ordinal bigint GENERATED ALWAYS AS IDENTITY,
    field   text   NOT NULL,
    detail  text   NOT NULL,
    PRIMARY KEY (job_id, line, field)
);
