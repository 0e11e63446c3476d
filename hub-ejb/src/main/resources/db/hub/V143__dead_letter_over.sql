-- How many refused events of a source were not kept on a day, since the source had reached its bound or the write failed.
CREATE TABLE dead_letter_over (
  source VARCHAR(40) NOT NULL,
  day DATE NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (source, day)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
