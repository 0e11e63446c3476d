-- What a published version means for drafts begun on earlier ones. A breaking one says until which day, in Sweden, they
-- may be sent as they are; null for as long as they live. For a harmless one there is nothing to say.
ALTER TABLE form_version ADD COLUMN breaking BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN old_drafts_until DATE NULL,
  ADD CONSTRAINT old_drafts_of_breaking CHECK (breaking OR old_drafts_until IS NULL);
