-- What an AuthnRequest asked for, until its response comes or it lapses; the row is taken (deleted) by the first
-- response that names it, on whichever node. The browser is recognised by the SHA-256 of its correlation token.
CREATE TABLE login_request (
  id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  browser_hash BINARY(32) NOT NULL,
  provider VARCHAR(1024) NOT NULL,
  return_path VARCHAR(1024) NOT NULL,
  levels VARCHAR(1024) NOT NULL,
  forced BOOLEAN NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  KEY login_request_ends (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;
