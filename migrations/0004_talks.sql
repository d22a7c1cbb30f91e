-- The talks of a consultation. Titles and agendas may name people: what is set for a talk is sealed by the
-- key of the house.

CREATE TABLE talks (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, starts BIGINT NOT NULL, minutes BIGINT NOT NULL, room_id BIGINT, moves BIGINT NOT NULL, changed_at BIGINT NOT NULL, sealed BLOB NOT NULL, UNIQUE (consultation_id, number));
