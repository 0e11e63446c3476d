-- The register is read from its file once; this row says that it was, and from what content.
CREATE TABLE register_reading (
  id TINYINT NOT NULL PRIMARY KEY,
  file_sha256 BINARY(32) NOT NULL,
  read_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
