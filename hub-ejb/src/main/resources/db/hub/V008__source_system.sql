-- Systems that signal events, and when each was last heard, so that silence can be shown.
CREATE TABLE source_system (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  name_sv VARCHAR(150) NOT NULL,
  name_en VARCHAR(150) NOT NULL,
  authority VARCHAR(40) NOT NULL,
  expected_rhythm_minutes INT NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  last_heard_at DATETIME(6) NULL,
  CONSTRAINT source_of_authority FOREIGN KEY (authority) REFERENCES authority (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
