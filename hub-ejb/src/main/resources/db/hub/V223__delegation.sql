-- What an authority, or a branch of it, lets a unit or a staff member of others do with its cases. A row is never changed
-- and never removed: it is made, and it may be ended, so that the table is its own history. A delegation to a unit names
-- the unit's authority too. The reason it was ended for is free text, and sealed.
CREATE TABLE delegation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  authority VARCHAR(40) NOT NULL,
  branch VARCHAR(40) NULL,
  unit_authority VARCHAR(40) NULL,
  unit VARCHAR(100) NULL,
  staff_id BIGINT NULL,
  all_types BOOLEAN NOT NULL,
  given_right VARCHAR(10) NOT NULL,
  reference VARCHAR(200) NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL,
  made_at DATETIME(6) NOT NULL,
  made_by BIGINT NOT NULL,
  ended_at DATETIME(6) NULL,
  ended_by BIGINT NULL,
  reason_sealed VARBINARY(1400) NULL,
  KEY delegation_to_unit (unit_authority, unit),
  CONSTRAINT delegation_authority FOREIGN KEY (authority) REFERENCES authority (code),
  CONSTRAINT delegation_branch FOREIGN KEY (branch) REFERENCES branch (code),
  CONSTRAINT delegation_unit_authority FOREIGN KEY (unit_authority) REFERENCES authority (code),
  CONSTRAINT delegation_to_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id),
  CONSTRAINT delegation_maker FOREIGN KEY (made_by) REFERENCES staff_member (id),
  CONSTRAINT delegation_ender FOREIGN KEY (ended_by) REFERENCES staff_member (id),
  CONSTRAINT delegation_to_one CHECK ((staff_id IS NULL) <> (unit IS NULL) AND (unit IS NULL) = (unit_authority IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
