-- Events that were refused, for staff to look at, mend and replay. The document, what is wrong with it (a pointer names
-- members that the sender made up) and what staff typed are sealed; in clear stands only what is fit for it, else ''.
-- same_again finds a repeated refusal while the letter waits, and is NULL after. No foreign key to the source: its check
-- would lock the source's row at each refusal.
CREATE TABLE dead_letter (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  external_id VARCHAR(100) NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  state VARCHAR(10) NOT NULL,
  same_again BINARY(32) NULL,
  received_at DATETIME(6) NOT NULL,
  last_at DATETIME(6) NOT NULL,
  seen INT NOT NULL,
  bytes INT NOT NULL,
  partial BOOLEAN NOT NULL,
  document_sealed MEDIUMBLOB NULL,
  faults_sealed MEDIUMBLOB NULL,
  draft_sealed MEDIUMBLOB NULL,
  draft_faults_sealed MEDIUMBLOB NULL,
  draft_kind VARCHAR(20) NULL,
  claim CHAR(36) NULL,
  claimed_until DATETIME(6) NULL,
  closed_at DATETIME(6) NULL,
  event_id CHAR(36) NULL,
  UNIQUE KEY dead_letter_same (same_again),
  KEY dead_letter_counts (state, source, kind, seen),
  KEY dead_letter_day (source, received_at, bytes),
  KEY dead_letter_sent (source, external_id),
  KEY dead_letter_claim (claim),
  KEY dead_letter_age (state, last_at),
  KEY dead_letter_list (state, id),
  KEY dead_letter_of_source (source, state, id),
  KEY dead_letter_closed (closed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
