-- Replaying or purging all letters of a filter, in the background: what was asked, up to which letter, and how far it has
-- come. A node works on it while it holds the lease; when the node dies the lease ends and another goes on.
CREATE TABLE dead_letter_work (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  what VARCHAR(10) NOT NULL,
  source VARCHAR(40) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(100) NOT NULL,
  from_at DATETIME(6) NULL,
  to_at DATETIME(6) NULL,
  last_id BIGINT NOT NULL,
  done_to BIGINT NOT NULL,
  letters INT NOT NULL,
  reason_sealed VARBINARY(2400) NULL,
  asked_at DATETIME(6) NOT NULL,
  asked_by BIGINT NOT NULL,
  lease CHAR(36) NULL,
  leased_until DATETIME(6) NULL,
  done_at DATETIME(6) NULL,
  KEY dead_letter_work_open (done_at, id),
  CONSTRAINT dead_letter_work_staff FOREIGN KEY (asked_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
