-- A file that is announced with an event may come later.
ALTER TABLE case_event_attachment MODIFY COLUMN file_id CHAR(36) NULL;
