-- One sealed and one hashed constant: a start with other keys than those the data was sealed with stops at once.
CREATE TABLE vault_check (
  id TINYINT NOT NULL PRIMARY KEY,
  seal VARBINARY(200) NOT NULL,
  index_hash BINARY(32) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
