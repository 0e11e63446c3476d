-- File contents in sealed chunks; the seal binds a chunk to its file and place.
CREATE TABLE file_chunk (
  file_id BIGINT NOT NULL,
  sequence INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (file_id, sequence),
  CONSTRAINT file_chunk_of_file FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
