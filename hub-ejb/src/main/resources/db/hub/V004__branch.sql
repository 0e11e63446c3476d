-- Independent branches inside an authority (OSL 8:2).
CREATE TABLE branch (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  authority VARCHAR(40) NOT NULL,
  name_sv VARCHAR(150) NOT NULL,
  name_en VARCHAR(150) NOT NULL,
  CONSTRAINT branch_of_authority FOREIGN KEY (authority) REFERENCES authority (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
