-- Who changed what of a source, and when. Settings only: nothing here is personal but the staff member's id.
CREATE TABLE source_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NOT NULL,
  what VARCHAR(20) NOT NULL,
  value_before TEXT NOT NULL,
  value_after TEXT NOT NULL,
  KEY source_change_of (source, id),
  CONSTRAINT source_change_source FOREIGN KEY (source) REFERENCES source_system (code),
  CONSTRAINT source_change_staff FOREIGN KEY (changed_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
