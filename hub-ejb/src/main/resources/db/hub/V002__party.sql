-- Persons and organisations. Rows refer to them by id; the number is kept as keyed hash (a second column while the
-- key is being changed) and as ciphertext, so that a dump names nobody.
CREATE TABLE party (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  number_hash BINARY(32) NOT NULL,
  number_hash_other BINARY(32) NULL,
  number_sealed VARBINARY(200) NOT NULL,
  name_sealed VARBINARY(1200) NULL,
  protected_identity BOOLEAN NOT NULL DEFAULT FALSE,
  email_sealed VARBINARY(1200) NULL,
  phone_sealed VARBINARY(400) NULL,
  notify_by_email BOOLEAN NOT NULL DEFAULT FALSE,
  language CHAR(2) NOT NULL DEFAULT 'sv',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY party_number (number_hash),
  UNIQUE KEY party_number_other (number_hash_other)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
