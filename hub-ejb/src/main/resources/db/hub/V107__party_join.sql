-- Persons that turned out to be one, by a number that replaced another when both were known already. The former's rows
-- now belong to the party; its own row is gone, and its number leads to the party.
CREATE TABLE party_join (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  former_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  joined_at DATETIME(6) NOT NULL,
  KEY party_join_party (party_id),
  CONSTRAINT party_join_into FOREIGN KEY (party_id) REFERENCES party (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
