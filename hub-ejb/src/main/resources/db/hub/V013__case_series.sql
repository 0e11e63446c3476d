-- The last number given in each series; its row stays locked until commit, so that a series has no gaps.
CREATE TABLE case_series (
  prefix VARCHAR(10) NOT NULL,
  year SMALLINT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (prefix, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
