-- What each event told of the main case: the case's own follows the earliest event that stands.
ALTER TABLE case_event ADD COLUMN main_case_number VARCHAR(100) NULL;
