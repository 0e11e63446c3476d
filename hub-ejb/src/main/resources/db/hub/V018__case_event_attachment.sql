-- Files of an event, in order.
CREATE TABLE case_event_attachment (
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  file_id CHAR(36) NOT NULL,
  name_sealed VARBINARY(1200) NOT NULL,
  PRIMARY KEY (event_id, position),
  CONSTRAINT attachment_of_event FOREIGN KEY (event_id) REFERENCES case_event (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
