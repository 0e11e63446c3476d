-- The lines of a change, all of them: a version is whole by itself, and a line that was in force stays as it was.
CREATE TABLE policy_line (
  change_id BIGINT NOT NULL,
  line_key VARCHAR(40) NOT NULL,
  place_level VARCHAR(20) NOT NULL,
  place_code VARCHAR(40) NOT NULL,
  capacity VARCHAR(20) NOT NULL,
  age_from SMALLINT NULL,
  age_below SMALLINT NULL,
  event_kind VARCHAR(100) NULL,
  marking VARCHAR(40) NULL,
  valid_from DATE NULL,
  valid_until DATE NULL,
  degree VARCHAR(10) NOT NULL,
  law VARCHAR(40) NOT NULL,
  section VARCHAR(60) NOT NULL,
  words VARCHAR(500) NOT NULL,
  PRIMARY KEY (change_id, line_key),
  CONSTRAINT policy_line_of_change FOREIGN KEY (change_id) REFERENCES policy_change (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
