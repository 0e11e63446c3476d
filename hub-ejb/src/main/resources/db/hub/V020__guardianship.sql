-- Custodians of minors by the population register (FB 6:2). The child's age is asked at each look, so no birth date
-- stands here.
CREATE TABLE guardianship (
  guardian_id BIGINT NOT NULL,
  child_id BIGINT NOT NULL,
  from_date DATE NULL,
  until_date DATE NULL,
  PRIMARY KEY (guardian_id, child_id),
  CONSTRAINT guardianship_guardian FOREIGN KEY (guardian_id) REFERENCES party (id),
  CONSTRAINT guardianship_child FOREIGN KEY (child_id) REFERENCES party (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
