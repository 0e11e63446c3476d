-- Whom a login acts for: a deliberate step, checked against guardianships and mandates at each request. A party that is
-- joined into another ends it.
ALTER TABLE login ADD COLUMN acting_for BIGINT NULL,
  ADD CONSTRAINT login_acting_for FOREIGN KEY (acting_for) REFERENCES party (id) ON DELETE SET NULL;
