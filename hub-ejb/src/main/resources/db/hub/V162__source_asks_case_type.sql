-- Which case types a source may ask about and be told of. Apart from those it may signal, and empty until staff decide:
-- what a system sends says nothing of what it may know.
CREATE TABLE source_asks_case_type (
  source VARCHAR(40) NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  PRIMARY KEY (source, case_type),
  CONSTRAINT source_asks_source FOREIGN KEY (source) REFERENCES source_system (code),
  CONSTRAINT source_asks_type FOREIGN KEY (case_type) REFERENCES case_type (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
