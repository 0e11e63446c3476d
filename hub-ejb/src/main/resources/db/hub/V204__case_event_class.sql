-- The class of an event; one without is shown to nobody.
ALTER TABLE case_event ADD COLUMN class_id INT NULL;
