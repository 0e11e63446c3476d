-- Whom an event is about, with what the policy asks, clustered so that the statement reads the newest rows of a person
-- as one stretch of the primary key. The second key serves "needs action".
CREATE TABLE case_event_subject (
  party_id BIGINT NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  event_id BIGINT NOT NULL,
  case_id BIGINT NOT NULL,
  case_type VARCHAR(20) NOT NULL,
  shown BOOLEAN NOT NULL,
  needs_action BOOLEAN NOT NULL,
  PRIMARY KEY (party_id, occurred_at, event_id),
  KEY subject_action (party_id, needs_action, occurred_at),
  KEY subject_case (case_id, occurred_at, event_id),
  CONSTRAINT subject_of_event FOREIGN KEY (event_id) REFERENCES case_event (id),
  CONSTRAINT subject_is_party FOREIGN KEY (party_id) REFERENCES party (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
