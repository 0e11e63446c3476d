-- Case types that are not ready: in a table of their own, so that nothing that reads case_type can use one. The content
-- is JSON, since a draft may lack anything but its code.
CREATE TABLE register_draft (
  code VARCHAR(20) NOT NULL PRIMARY KEY,
  content MEDIUMTEXT NOT NULL,
  version INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
