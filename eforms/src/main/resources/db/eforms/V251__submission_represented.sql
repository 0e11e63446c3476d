-- Whom a form was sent for when that is not its sender, and on what ground the sender acted then.
ALTER TABLE submission ADD COLUMN represented_party BIGINT NULL,
  ADD COLUMN represented_by VARCHAR(10) NULL,
  ADD CONSTRAINT submission_for_party FOREIGN KEY (represented_party) REFERENCES party (id),
  ADD CONSTRAINT represented_is_whole CHECK ((represented_party IS NULL) = (represented_by IS NULL));
