-- Who changed what in the register: what stood before and what stands after, whole, so that a change can be read
-- whatever becomes of the register later. Nothing before: it is new; nothing after: it was discarded.
CREATE TABLE register_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  code VARCHAR(40) NOT NULL,
  content_before MEDIUMTEXT NULL,
  content_after MEDIUMTEXT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NOT NULL,
  KEY register_change_of (kind, code, id),
  CONSTRAINT register_change_by FOREIGN KEY (changed_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
