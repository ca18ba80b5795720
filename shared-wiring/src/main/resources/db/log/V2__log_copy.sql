-- Where the log is in Axon Server, domain_event_entry is a copy of it. This one row says who copies, and how far the log goes.
CREATE TABLE log_copy (
    single       boolean PRIMARY KEY DEFAULT true CHECK (single),
    owner        text,
    claimed_at   timestamptz,
    end_position bigint,
    seen_at      timestamptz,
    caught_up_at timestamptz,
    obstacle     text
);

INSERT INTO log_copy DEFAULT VALUES;

COMMENT ON COLUMN log_copy.owner IS 'The process that copies; another one takes its place when it has said nothing for some seconds';
COMMENT ON COLUMN log_copy.end_position IS 'Where the log ended when it was asked last, at seen_at';
COMMENT ON COLUMN log_copy.caught_up_at IS 'When the copy was last seen to be complete';
COMMENT ON COLUMN log_copy.obstacle IS 'Why the copy stands still: it and the log do not belong together';
