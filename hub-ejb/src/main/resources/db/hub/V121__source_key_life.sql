-- The life of a key: who made it (nobody: it came with the register file), when it ends, was last used and was revoked.
-- It is kept after that, as its own history. id, since a hash in an address would invite guesses; hint, the first
-- characters, by which people tell keys apart: 232 of the 256 bits stay unknown.
ALTER TABLE source_key
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT UNIQUE,
  ADD COLUMN hint VARCHAR(8) NOT NULL DEFAULT '',
  ADD COLUMN made_at DATETIME(6) NULL,
  ADD COLUMN made_by BIGINT NULL,
  ADD COLUMN ends_at DATETIME(6) NULL,
  ADD COLUMN last_used_at DATETIME(6) NULL,
  ADD COLUMN revoked_at DATETIME(6) NULL,
  ADD COLUMN revoked_by BIGINT NULL,
  ADD CONSTRAINT source_key_maker FOREIGN KEY (made_by) REFERENCES staff_member (id),
  ADD CONSTRAINT source_key_revoker FOREIGN KEY (revoked_by) REFERENCES staff_member (id);
