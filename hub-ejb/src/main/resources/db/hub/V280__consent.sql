-- What a person lets others see of their own cases (OSL 10:1, 12:2). A row is never removed: it is given, and it may be
-- taken back, so that the table is its own history. Without an authority to see it is the contact centre.
CREATE TABLE consent (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  party_id BIGINT NOT NULL,
  about_authority VARCHAR(40) NOT NULL,
  to_authority VARCHAR(40) NULL,
  given_at DATETIME(6) NOT NULL,
  until_date DATE NOT NULL,
  taken_back_at DATETIME(6) NULL,
  KEY consent_of_party (party_id, until_date),
  CONSTRAINT consent_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT consent_about FOREIGN KEY (about_authority) REFERENCES authority (code),
  CONSTRAINT consent_to FOREIGN KEY (to_authority) REFERENCES authority (code),
  CONSTRAINT consent_to_another CHECK (to_authority IS NULL OR to_authority <> about_authority)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
