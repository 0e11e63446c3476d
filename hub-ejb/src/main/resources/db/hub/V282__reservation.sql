-- On what condition a person was given secret information (OSL 10:4): of one document, an event or a whole case. A row is
-- never changed and never removed: it is made, and it may be ended, so that the table is its own history. What it says may
-- tell of the secret, and is sealed; the decisions it rests on and was ended by are references.
CREATE TABLE reservation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  authority VARCHAR(40) NOT NULL,
  branch VARCHAR(40) NULL,
  case_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  reach VARCHAR(10) NOT NULL,
  document INT NULL,
  party_id BIGINT NOT NULL,
  words_sealed VARBINARY(2400) NOT NULL,
  reference VARCHAR(200) NOT NULL,
  decided_on DATE NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  made_at DATETIME(6) NOT NULL,
  made_by BIGINT NOT NULL,
  ended_at DATETIME(6) NULL,
  ended_by BIGINT NULL,
  end_reference VARCHAR(200) NULL,
  KEY reservation_binds (party_id, ended_at),
  CONSTRAINT reservation_authority FOREIGN KEY (authority) REFERENCES authority (code),
  CONSTRAINT reservation_branch FOREIGN KEY (branch) REFERENCES branch (code),
  CONSTRAINT reservation_case FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT reservation_event FOREIGN KEY (event_id) REFERENCES case_event (id),
  CONSTRAINT reservation_to FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT reservation_maker FOREIGN KEY (made_by) REFERENCES staff_member (id),
  CONSTRAINT reservation_ender FOREIGN KEY (ended_by) REFERENCES staff_member (id),
  CONSTRAINT reservation_of_document CHECK ((reach = 'DOCUMENT') = (document IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
