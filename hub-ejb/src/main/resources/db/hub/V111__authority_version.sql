-- An authority that was dissolved stays for its old cases, but owns nothing new.
ALTER TABLE authority ADD COLUMN closed BOOLEAN NOT NULL DEFAULT FALSE, ADD COLUMN version INT NOT NULL DEFAULT 1;
