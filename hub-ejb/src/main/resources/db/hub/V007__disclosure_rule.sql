-- What a case type shows to whom; a case type without rows here shows nothing.
CREATE TABLE disclosure_rule (
  case_type VARCHAR(20) NOT NULL,
  rule VARCHAR(30) NOT NULL,
  PRIMARY KEY (case_type, rule),
  CONSTRAINT disclosure_rule_of_type FOREIGN KEY (case_type) REFERENCES case_type (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
