-- What file content was imported last, by kind, so that only a changed file is read again.
CREATE TABLE import_mark (
  kind VARCHAR(20) NOT NULL PRIMARY KEY,
  file_sha256 BINARY(32) NOT NULL,
  imported_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
