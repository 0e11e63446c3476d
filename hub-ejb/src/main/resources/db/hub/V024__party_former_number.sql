-- Numbers that were replaced, such as a coordination number when its person was registered as resident: each still leads
-- to its party, so that the person's history follows and late signals with the old number arrive.
CREATE TABLE party_former_number (
  number_hash BINARY(32) NOT NULL PRIMARY KEY,
  number_hash_other BINARY(32) NULL,
  kind VARCHAR(20) NOT NULL,
  number_sealed VARBINARY(200) NOT NULL,
  party_id BIGINT NOT NULL,
  replaced_at DATETIME(6) NOT NULL,
  UNIQUE KEY party_former_other (number_hash_other),
  CONSTRAINT former_number_of_party FOREIGN KEY (party_id) REFERENCES party (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
