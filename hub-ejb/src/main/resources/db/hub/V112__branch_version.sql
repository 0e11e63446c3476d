-- As for authorities: a closed branch stays for its old cases.
ALTER TABLE branch ADD COLUMN closed BOOLEAN NOT NULL DEFAULT FALSE, ADD COLUMN version INT NOT NULL DEFAULT 1;
