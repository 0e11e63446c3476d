-- The field of law of a case type, for which lines of the policy may hold.
ALTER TABLE case_type ADD COLUMN sector VARCHAR(20) NOT NULL DEFAULT 'OTHER';
