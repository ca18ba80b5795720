-- Whose an id is, over all incidents, where the log itself does not say: it is in Axon Server.
CREATE TABLE taken_id (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL
);

COMMENT ON TABLE taken_id IS 'Written before the event; an id whose event was not appended after all is taken for its incident only';
