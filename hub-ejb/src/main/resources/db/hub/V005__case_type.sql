-- Case types: nothing of an unregistered one is accepted or shown.
CREATE TABLE case_type (
  code VARCHAR(20) NOT NULL PRIMARY KEY,
  prefix VARCHAR(10) NOT NULL,
  name_sv VARCHAR(150) NOT NULL,
  name_en VARCHAR(150) NOT NULL,
  authority VARCHAR(40) NOT NULL,
  branch VARCHAR(40) NULL,
  kind VARCHAR(20) NOT NULL,
  information_class VARCHAR(40) NOT NULL,
  document_type VARCHAR(100) NOT NULL,
  diary_system VARCHAR(100) NOT NULL,
  answered_by_sv VARCHAR(150) NOT NULL,
  answered_by_en VARCHAR(150) NOT NULL,
  promise_days INT NOT NULL,
  retention_rule VARCHAR(40) NOT NULL,
  retention_ground VARCHAR(300) NOT NULL,
  legal_reading VARCHAR(2000) NOT NULL,
  closed BOOLEAN NOT NULL DEFAULT FALSE,
  UNIQUE KEY case_type_prefix (prefix),
  CONSTRAINT case_type_of_authority FOREIGN KEY (authority) REFERENCES authority (code),
  CONSTRAINT case_type_of_branch FOREIGN KEY (branch) REFERENCES branch (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
