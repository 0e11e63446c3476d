-- Which lines of the mapping told where a staff member works, at the latest login. The place itself stands in the line,
-- so that it ceases to count the moment the line is removed.
CREATE TABLE staff_work (
  staff_id BIGINT NOT NULL,
  rule_id BIGINT NOT NULL,
  PRIMARY KEY (staff_id, rule_id),
  CONSTRAINT staff_work_of_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id),
  CONSTRAINT staff_work_by_rule FOREIGN KEY (rule_id) REFERENCES role_rule (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
