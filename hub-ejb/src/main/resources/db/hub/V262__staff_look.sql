-- A person whom a staff member has looked up, for some minutes and for that login alone. The address of the pages holds
-- the token, of which a hash is kept. The party is 0 for a number that nobody here has: such a row is as long as any other.
CREATE TABLE staff_look (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  login_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  number_sealed VARBINARY(200) NOT NULL,
  reason VARCHAR(20) NOT NULL,
  note_sealed VARBINARY(1400) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  KEY staff_look_ends (ends_at),
  CONSTRAINT staff_look_of_login FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
