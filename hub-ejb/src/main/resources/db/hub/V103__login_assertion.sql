-- Assertions already used: one insert per (issuer, assertion id) wins, on any node; the row may go when the assertion
-- could no longer be accepted anyway.
CREATE TABLE login_assertion (
  assertion_hash BINARY(32) NOT NULL PRIMARY KEY,
  ends_at DATETIME(6) NOT NULL,
  KEY login_assertion_ends (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;
