-- A living login, found by the SHA-256 of the cookie's token, so that a stolen dump opens nothing and a logout
-- (the row is deleted) holds on every node at once. Either party_id or staff_id is set, never both.
CREATE TABLE login (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL,
  party_id BIGINT NULL,
  staff_id BIGINT NULL,
  roles VARCHAR(100) NOT NULL,
  name_sealed VARBINARY(1200) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  UNIQUE KEY login_token (token_hash),
  KEY login_ends (ends_at),
  CONSTRAINT login_of_one CHECK ((party_id IS NULL) <> (staff_id IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;
