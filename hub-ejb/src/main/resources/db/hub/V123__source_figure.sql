-- How many events of a source were taken, and refused for which reason, in steps of five minutes. No foreign key: its
-- check would lock the source's row at each write of figures.
CREATE TABLE source_figure (
  source VARCHAR(40) NOT NULL,
  from_at DATETIME(6) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (source, from_at, verdict),
  KEY source_figure_age (from_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
