-- Which number an incident was given. Written in the transaction of its declaration.
CREATE SEQUENCE incident_number_sequence;

CREATE TABLE incident_number (
    number      bigint PRIMARY KEY,
    incident_id uuid   NOT NULL UNIQUE
);

-- What was answered to a request with an Idempotency-Key. Written in the transaction of the event it stands for.
CREATE TABLE remembered_answer (
    client          text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_digest  bytea       NOT NULL,
    answer          text        NOT NULL,
    remembered_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (client, idempotency_key)
);

CREATE INDEX remembered_answer_age ON remembered_answer (remembered_at);
