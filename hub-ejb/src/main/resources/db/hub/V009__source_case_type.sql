-- Which case types a source may signal.
CREATE TABLE source_case_type (
  source VARCHAR(40) NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  PRIMARY KEY (source, case_type),
  CONSTRAINT source_case_type_source FOREIGN KEY (source) REFERENCES source_system (code),
  CONSTRAINT source_case_type_type FOREIGN KEY (case_type) REFERENCES case_type (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
