-- Finds what has no number yet, which is the first stretch of this key, and what comes after a number.
ALTER TABLE case_event ADD UNIQUE KEY case_event_change (change_number);
