-- The highest number given, in one row that whoever gives numbers locks first: on one node they wait for each other, on two
-- they collide at commit.
CREATE TABLE change_counter (
  id TINYINT NOT NULL PRIMARY KEY,
  last_number BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
