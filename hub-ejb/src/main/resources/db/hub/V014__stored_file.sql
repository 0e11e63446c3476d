-- Files. ARRIVING while chunks come in, STAGED when whole, ADOPTED when a transaction made it its own. What nobody
-- adopts is swept after expires_at.
CREATE TABLE stored_file (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  public_id CHAR(36) NOT NULL,
  state VARCHAR(10) NOT NULL,
  name_sealed VARBINARY(1200) NOT NULL,
  media_type VARCHAR(150) NOT NULL,
  size BIGINT NULL,
  sha256_sealed VARBINARY(200) NULL,
  stored_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NULL,
  owner_kind VARCHAR(40) NULL,
  owner_id BIGINT NULL,
  UNIQUE KEY stored_file_public (public_id),
  KEY stored_file_expiry (expires_at),
  KEY stored_file_owner (owner_kind, owner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
