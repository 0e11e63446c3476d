-- Staged files of drafts, so that they can be kept staged while their draft lives.
CREATE TABLE draft_file (
  file_id CHAR(36) NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL,
  kept_at DATETIME(6) NOT NULL,
  KEY draft_file_kept (kept_at),
  CONSTRAINT draft_file_of_draft FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
