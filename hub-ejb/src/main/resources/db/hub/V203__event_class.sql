-- All combinations of what the policy asks of an event that any event has had: a few hundred. A list decides each once.
CREATE TABLE event_class (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_type VARCHAR(20) NOT NULL,
  kind VARCHAR(200) NOT NULL,
  shown BOOLEAN NOT NULL,
  marking VARCHAR(40) NOT NULL,
  kept_from_guardian BOOLEAN NOT NULL,
  keeps_reporter BOOLEAN NOT NULL,
  party_only BOOLEAN NOT NULL,
  UNIQUE KEY event_class_once (case_type, kind, shown, marking, kept_from_guardian, keeps_reporter, party_only)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
