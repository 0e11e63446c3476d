-- What a source is told of: its own place in the order of changes, how it goes, and the lease by which one node at a time
-- tells it. single_up_to: so far events are sent one by one, since the receiver has refused them together.
CREATE TABLE subscription (
  source VARCHAR(40) NOT NULL PRIMARY KEY,
  endpoint_id BIGINT NOT NULL,
  case_types TEXT NOT NULL,
  state VARCHAR(10) NOT NULL,
  told_up_to BIGINT NOT NULL,
  single_up_to BIGINT NOT NULL DEFAULT 0,
  delivered_at DATETIME(6) NULL,
  failures INT NOT NULL DEFAULT 0,
  failing_since DATETIME(6) NULL,
  failure VARCHAR(40) NULL,
  next_try_at DATETIME(6) NULL,
  lease CHAR(36) NULL,
  lease_ends_at DATETIME(6) NULL,
  UNIQUE KEY subscription_endpoint (endpoint_id),
  CONSTRAINT subscription_of_source FOREIGN KEY (source) REFERENCES source_system (code),
  CONSTRAINT subscription_to_endpoint FOREIGN KEY (endpoint_id) REFERENCES endpoint (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
