-- Cases. From the first row what diary (OSL 5:2), disposal and archive need; class, type and retention are copies, so
-- that they stay as they were. A number is unique within an authority, also when another system gave it.
CREATE TABLE case_file (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  public_id CHAR(36) NOT NULL,
  case_number VARCHAR(100) NOT NULL,
  main_case_number VARCHAR(100) NULL,
  case_type VARCHAR(20) NOT NULL,
  authority VARCHAR(40) NOT NULL,
  source VARCHAR(40) NOT NULL,
  party_id BIGINT NULL,
  direction VARCHAR(10) NOT NULL,
  sender_sealed VARBINARY(2000) NULL,
  received_at DATETIME(6) NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  information_class VARCHAR(40) NOT NULL,
  document_type VARCHAR(100) NOT NULL,
  title_sealed VARBINARY(2000) NOT NULL,
  public_title VARCHAR(255) NOT NULL,
  secrecy_provision VARCHAR(100) NULL,
  secrecy_date DATE NULL,
  secrecy_authority VARCHAR(40) NULL,
  retention_rule VARCHAR(40) NOT NULL,
  retention_ground VARCHAR(300) NOT NULL,
  UNIQUE KEY case_file_public (public_id),
  UNIQUE KEY case_file_number (authority, case_number),
  KEY case_file_by_number (case_number),
  KEY case_file_main (main_case_number),
  KEY case_file_party (party_id),
  CONSTRAINT case_file_of_type FOREIGN KEY (case_type) REFERENCES case_type (code),
  CONSTRAINT case_file_of_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT secrecy_is_whole CHECK ((secrecy_provision IS NULL) = (secrecy_date IS NULL)
    AND (secrecy_provision IS NULL) = (secrecy_authority IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
