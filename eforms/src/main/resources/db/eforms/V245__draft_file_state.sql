-- What is known of a draft's file beside its name: how large it is or is to become (limits of a form, a person and the
-- system), whether it is still arriving and for which field, the keyed hash by which the same upload is found again after
-- a broken connection, and how far the search for viruses is (WAITING, CLEAN, FOUND; NULL where nobody searches).
ALTER TABLE draft_file
  ADD COLUMN bytes BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN arriving_field VARCHAR(120) NULL,
  ADD COLUMN mark BINARY(32) NULL,
  ADD COLUMN scan VARCHAR(10) NULL,
  ADD COLUMN scan_tried_at DATETIME(6) NULL;
