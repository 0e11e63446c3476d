-- A login stands for a party that is there: one that began while its party was joined into another ends with it.
DELETE FROM login WHERE party_id IS NOT NULL AND party_id NOT IN (SELECT id FROM party);
ALTER TABLE login ADD CONSTRAINT login_of_party FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE;
