-- Authorities that own case types (OSL 8:1).
CREATE TABLE authority (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  name_sv VARCHAR(150) NOT NULL,
  name_en VARCHAR(150) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
