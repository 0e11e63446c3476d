-- Who looked at what, in what role, by what rule; ids only.
CREATE TABLE access_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  noted_at DATETIME(6) NOT NULL,
  who VARCHAR(80) NOT NULL,
  capacity VARCHAR(20) NOT NULL,
  purpose VARCHAR(30) NOT NULL,
  what VARCHAR(120) NOT NULL,
  about_party_id BIGINT NULL,
  rule VARCHAR(60) NOT NULL,
  KEY access_log_about (about_party_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
