-- That the delegations of the operator's file were taken in: one row, which two nodes that first start at once both try to
-- write, so that one of them finds it.
CREATE TABLE delegation_reading (
  id TINYINT NOT NULL PRIMARY KEY,
  read_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
