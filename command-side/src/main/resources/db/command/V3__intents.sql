-- Where the log is in Axon Server, events and this database cannot commit together. Then what a command is about to record is
-- written before its events are sent off, and what it was answered afterwards.

-- A request without an answer is under way, or was when its process died: entry_id is what it records or has recorded.
ALTER TABLE remembered_answer
    ALTER COLUMN answer DROP NOT NULL,
    ADD COLUMN incident_id uuid,
    ADD COLUMN entry_id    uuid;

-- What a line of an import is about to bring.
ALTER TABLE import_line
    ADD COLUMN brings_incident boolean,
    ADD COLUMN brings_entries  int;
