-- In which order things are said in one place: what is too long for one message is said in several in its turn.

ALTER TABLE outbox ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
UPDATE outbox SET turn = id;
