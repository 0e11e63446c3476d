-- Announced files that staff no longer wait for, and why. What is announced stays, so that the file is taken if it comes
-- all the same. The reason is typed by people, and sealed.
CREATE TABLE event_attachment_given_up (
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  source VARCHAR(40) NOT NULL,
  given_up_at DATETIME(6) NOT NULL,
  given_up_by BIGINT NOT NULL,
  reason_sealed VARBINARY(1400) NOT NULL,
  PRIMARY KEY (event_id, position),
  KEY given_up_of_source (source, given_up_at),
  CONSTRAINT given_up_attachment FOREIGN KEY (event_id, position) REFERENCES case_event_attachment (event_id, position),
  CONSTRAINT given_up_staff FOREIGN KEY (given_up_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
