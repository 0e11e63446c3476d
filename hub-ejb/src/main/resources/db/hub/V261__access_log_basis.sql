-- A look of staff says by which ground (one at a time) and why: a code, and words of theirs, which are sealed.
ALTER TABLE access_log
  ADD COLUMN ground VARCHAR(300) NULL,
  ADD COLUMN reason VARCHAR(20) NULL,
  ADD COLUMN note_sealed VARBINARY(1400) NULL;
