-- E-forms by the last part of their address. DRAFT until a version is published, then OPEN or CLOSED.
CREATE TABLE form (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  state VARCHAR(10) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY form_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
