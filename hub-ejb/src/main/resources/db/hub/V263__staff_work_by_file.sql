-- Which lines of the operator's file told where a staff member works, at the latest login. Such a line has no row: its
-- number is made of its content, so that it ceases to count when it is changed or gone.
CREATE TABLE staff_work_by_file (
  staff_id BIGINT NOT NULL,
  line_number BIGINT NOT NULL,
  PRIMARY KEY (staff_id, line_number),
  CONSTRAINT staff_work_by_file_of_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
