-- The age of the file's information: an older file never takes the place of a newer one, on whatever node it lies.
ALTER TABLE import_mark ADD COLUMN as_of DATETIME(6) NULL;
