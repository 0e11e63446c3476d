-- Whom a draft is filled in for when that is not its owner: it is found and sent only while the owner acts for that person.
ALTER TABLE draft ADD COLUMN represented_party BIGINT NULL,
  ADD CONSTRAINT draft_for_party FOREIGN KEY (represented_party) REFERENCES party (id);
