-- The class again beside whom the event concerns, so that a list reads no other table for it; and the party where that is
-- someone else, whose protection holds for the event too.
ALTER TABLE case_event_subject ADD COLUMN class_id INT NULL, ADD COLUMN other_id BIGINT NULL;
