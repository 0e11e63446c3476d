-- How large a file is to become that arrives in pieces; what has arrived is the sum of its chunks. NULL for files that
-- came in one stream.
ALTER TABLE stored_file ADD COLUMN announced BIGINT NULL;
