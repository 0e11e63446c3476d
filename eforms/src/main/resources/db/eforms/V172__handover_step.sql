-- What became of a hand-over, try by try. A receiver's words and a staff member's reason may be personal and are sealed.
CREATE TABLE handover_step (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handover_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  what VARCHAR(20) NOT NULL,
  failure VARCHAR(40) NULL,
  staff BIGINT NULL,
  words_sealed VARBINARY(4000) NULL,
  KEY handover_step_of (handover_id, id),
  CONSTRAINT handover_step_handover FOREIGN KEY (handover_id) REFERENCES handover (id),
  CONSTRAINT handover_step_staff FOREIGN KEY (staff) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
