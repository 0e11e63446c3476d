-- Sent forms. The unique key on the draft makes sending happen once, whatever is clicked twice.
CREATE TABLE submission (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  draft_id BIGINT NOT NULL,
  form_version_id BIGINT NOT NULL,
  owner_party BIGINT NULL,
  case_id BIGINT NOT NULL,
  case_number VARCHAR(100) NOT NULL,
  case_public_id CHAR(36) NOT NULL,
  answers_sealed LONGBLOB NOT NULL,
  receipt_file CHAR(36) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  UNIQUE KEY submission_draft (draft_id),
  UNIQUE KEY submission_case (case_id),
  KEY submission_owner (owner_party, received_at),
  CONSTRAINT submission_of_draft FOREIGN KEY (draft_id) REFERENCES draft (id),
  CONSTRAINT submission_of_version FOREIGN KEY (form_version_id) REFERENCES form_version (id),
  CONSTRAINT submission_of_party FOREIGN KEY (owner_party) REFERENCES party (id),
  CONSTRAINT submission_of_case FOREIGN KEY (case_id) REFERENCES case_file (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
