-- Steps of a case type's process: which signal, which are diary events.
CREATE TABLE process_step (
  case_type VARCHAR(20) NOT NULL,
  position INT NOT NULL,
  code VARCHAR(40) NOT NULL,
  name_sv VARCHAR(150) NOT NULL,
  name_en VARCHAR(150) NOT NULL,
  signals BOOLEAN NOT NULL,
  diary_event BOOLEAN NOT NULL,
  PRIMARY KEY (case_type, position),
  UNIQUE KEY process_step_code (case_type, code),
  CONSTRAINT process_step_of_type FOREIGN KEY (case_type) REFERENCES case_type (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
