-- Changes of the policy: proposed, and in force when they have a version. Whoever loosens is not whoever lets it be.
CREATE TABLE policy_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  base_version INT NOT NULL,
  version INT NULL,
  state VARCHAR(20) NOT NULL,
  loosens BOOLEAN NOT NULL,
  reason VARCHAR(500) NOT NULL,
  proposed_by VARCHAR(100) NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_by VARCHAR(100) NULL,
  decided_at DATETIME(6) NULL,
  decision_reason VARCHAR(500) NULL,
  UNIQUE KEY policy_change_version (version),
  KEY policy_change_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
