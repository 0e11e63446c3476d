-- The case types that a delegation names; none for one of all, which says so itself.
CREATE TABLE delegation_case_type (
  delegation_id BIGINT NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  PRIMARY KEY (delegation_id, case_type),
  CONSTRAINT delegation_type_of FOREIGN KEY (delegation_id) REFERENCES delegation (id),
  CONSTRAINT delegation_type_is FOREIGN KEY (case_type) REFERENCES case_type (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
