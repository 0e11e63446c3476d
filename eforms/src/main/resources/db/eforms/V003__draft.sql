-- Begun forms, found by the SHA-256 of their 160 random bits. The reference itself is kept only for a logged-in owner,
-- whose identity is the key; for an anonymous draft it is the key and is not kept. A sent draft stays as an empty row,
-- so that its reference leads to the receipt.
CREATE TABLE draft (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref_hash BINARY(32) NOT NULL,
  owner_ref CHAR(32) NULL,
  owner_party BIGINT NULL,
  form_version_id BIGINT NOT NULL,
  content_sealed LONGBLOB NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  UNIQUE KEY draft_ref (ref_hash),
  KEY draft_owner (owner_party, changed_at),
  KEY draft_expiry (sent_at, expires_at),
  CONSTRAINT draft_of_version FOREIGN KEY (form_version_id) REFERENCES form_version (id),
  CONSTRAINT draft_of_party FOREIGN KEY (owner_party) REFERENCES party (id),
  CONSTRAINT draft_ref_with_owner CHECK ((owner_ref IS NULL) = (owner_party IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
