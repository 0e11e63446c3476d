-- One row that each change of the register counts up first: changes wait for each other on one node, and collide at
-- commit on two, so that each is checked against the register as it is.
CREATE TABLE register_revision (
  id TINYINT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
