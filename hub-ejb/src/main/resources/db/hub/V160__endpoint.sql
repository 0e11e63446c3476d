-- Where other systems take messages from us. The secrets sign and are sealed; while one is changed both count. Who may
-- change an endpoint, and who did, is kept by the room that uses it.
CREATE TABLE endpoint (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  address VARCHAR(500) NOT NULL,
  secret_sealed VARBINARY(400) NOT NULL,
  secret_made_at DATETIME(6) NOT NULL,
  former_sealed VARBINARY(400) NULL,
  former_ends_at DATETIME(6) NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
