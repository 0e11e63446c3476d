-- Events that correct or withdraw an earlier one of the same source and case, which may not have come yet. Unsettled: what
-- it names was not there when it was last looked for.
CREATE TABLE event_replacement (
  event_id BIGINT NOT NULL PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  external_id VARCHAR(100) NOT NULL,
  target_id VARCHAR(100) NOT NULL,
  case_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  settled BOOLEAN NOT NULL,
  KEY replacement_of (source, target_id),
  KEY replacement_unsettled (settled, taken_at),
  CONSTRAINT replacement_is_event FOREIGN KEY (event_id) REFERENCES case_event (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
