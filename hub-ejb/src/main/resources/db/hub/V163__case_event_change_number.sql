-- The place of an event in the order in which events may be told (docs/decisions/0019). Null until it has one: given after
-- the event is committed, since neither ids nor times are in the order of commits.
ALTER TABLE case_event ADD COLUMN change_number BIGINT NULL;
