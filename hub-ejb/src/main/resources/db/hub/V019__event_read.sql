-- Which events a reader has opened.
CREATE TABLE event_read (
  party_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  read_at DATETIME(6) NOT NULL,
  PRIMARY KEY (party_id, event_id),
  CONSTRAINT event_read_event FOREIGN KEY (event_id) REFERENCES case_event (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
