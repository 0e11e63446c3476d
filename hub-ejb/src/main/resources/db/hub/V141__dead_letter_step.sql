-- What was done with a dead letter: who, when, with which text. by_staff is NULL for the sweep. (work_id, letter_id) is
-- unique, so that work that two nodes did at once counts each letter once.
CREATE TABLE dead_letter_step (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  letter_id BIGINT NOT NULL,
  work_id BIGINT NULL,
  done_at DATETIME(6) NOT NULL,
  by_staff BIGINT NULL,
  what VARCHAR(10) NOT NULL,
  kind VARCHAR(20) NULL,
  edited BOOLEAN NOT NULL,
  document_sealed MEDIUMBLOB NULL,
  note_sealed VARBINARY(2400) NULL,
  UNIQUE KEY dead_letter_step_once (work_id, letter_id),
  KEY dead_letter_step_of (letter_id, id),
  CONSTRAINT dead_letter_step_letter FOREIGN KEY (letter_id) REFERENCES dead_letter (id) ON DELETE CASCADE,
  CONSTRAINT dead_letter_step_staff FOREIGN KEY (by_staff) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
