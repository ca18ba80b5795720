CREATE TABLE metrics_incident (
    incident_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    sequence    bigint NOT NULL,
    view        text   NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE metrics_incident IS 'What the log of each incident says about when it reached what';

CREATE TABLE metrics_version (
    incident_id    uuid        NOT NULL,
    id             uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    view           text        NOT NULL,
    kind           text        NOT NULL,
    severity       text        NOT NULL,
    services       text[]      NOT NULL,
    declared_at    timestamptz NOT NULL,
    recorded_from  timestamptz NOT NULL,
    recorded_until timestamptz NOT NULL,
    PRIMARY KEY (incident_id, id)
);
COMMENT ON TABLE metrics_version IS 'What that came to, between which moments of record time';
COMMENT ON COLUMN metrics_version.recorded_until IS 'infinity as long as it stands';
CREATE INDEX metrics_version_that_stands ON metrics_version (declared_at) WHERE recorded_until = 'infinity';
CREATE INDEX metrics_version_by_declaration ON metrics_version (declared_at);
CREATE INDEX metrics_version_as_of ON metrics_version USING gist (tstzrange(recorded_from, recorded_until));
