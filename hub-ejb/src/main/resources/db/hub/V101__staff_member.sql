-- A staff member as their provider knows them. The provider's name for a person is personal data: found by a hash
-- keyed through the vault, kept sealed.
CREATE TABLE staff_member (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_hash BINARY(32) NOT NULL,
  account_sealed VARBINARY(2000) NOT NULL,
  name_sealed VARBINARY(1200) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  UNIQUE KEY staff_member_account (account_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;
