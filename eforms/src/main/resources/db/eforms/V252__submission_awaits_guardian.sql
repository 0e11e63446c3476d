-- What was sent by one guardian and needs both waits for the other.
ALTER TABLE submission ADD COLUMN awaits_guardian BOOLEAN NOT NULL DEFAULT FALSE;
