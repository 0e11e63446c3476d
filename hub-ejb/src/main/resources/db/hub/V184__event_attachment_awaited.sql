-- What is to come for an attachment without a file. The hash is sealed as that of every file: it would tell whether a
-- guessed content is the right one.
CREATE TABLE event_attachment_awaited (
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  source VARCHAR(40) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  sha256_sealed VARBINARY(300) NOT NULL,
  announced_at DATETIME(6) NOT NULL,
  PRIMARY KEY (event_id, position),
  KEY awaited_of_source (source, announced_at),
  CONSTRAINT awaited_attachment FOREIGN KEY (event_id, position) REFERENCES case_event_attachment (event_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
