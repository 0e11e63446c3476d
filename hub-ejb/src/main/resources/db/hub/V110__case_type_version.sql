-- How many times a case type was changed: an editor's form tells which version it was made from.
ALTER TABLE case_type ADD COLUMN version INT NOT NULL DEFAULT 1;
