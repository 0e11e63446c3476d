-- Keys of sources: 256 random bits each, so a SHA-256 is enough and a slow hash would only cost speed. Several a
-- source, so that a key can be changed without a silent moment.
CREATE TABLE source_key (
  key_sha256 BINARY(32) NOT NULL PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  CONSTRAINT source_key_of_source FOREIGN KEY (source) REFERENCES source_system (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
