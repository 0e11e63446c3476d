-- When the population register last said that a guardianship stands: older than 24 hours means closed. What was imported
-- before this column counts as never confirmed, until its file is read again at this start.
ALTER TABLE guardianship ADD COLUMN confirmed_at DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00';
