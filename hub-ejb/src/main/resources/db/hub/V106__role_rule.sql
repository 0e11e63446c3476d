-- Which attribute of a staff provider gives which role. A removed line stays with living NULL, which the unique key
-- passes by: the table is its own history.
CREATE TABLE role_rule (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  role VARCHAR(20) NOT NULL,
  provider VARCHAR(1024) NOT NULL,
  attribute VARCHAR(300) NOT NULL,
  value VARCHAR(300) NOT NULL,
  line_hash BINARY(32) NOT NULL,
  living BOOLEAN NULL,
  added_at DATETIME(6) NOT NULL,
  added_by BIGINT NOT NULL,
  removed_at DATETIME(6) NULL,
  removed_by BIGINT NULL,
  UNIQUE KEY role_rule_line (line_hash, living),
  KEY role_rule_removed (removed_at),
  CONSTRAINT role_rule_adder FOREIGN KEY (added_by) REFERENCES staff_member (id),
  CONSTRAINT role_rule_remover FOREIGN KEY (removed_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
