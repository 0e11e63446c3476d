-- Powers of attorney: the holder may look at what concerns the grantor; case_types is a list with commas, empty for all.
CREATE TABLE mandate (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  holder_id BIGINT NOT NULL,
  grantor_id BIGINT NOT NULL,
  from_date DATE NOT NULL,
  until_date DATE NOT NULL,
  case_types VARCHAR(1000) NOT NULL,
  label_sealed VARBINARY(400) NULL,
  KEY mandate_holder (holder_id),
  CONSTRAINT mandate_of_holder FOREIGN KEY (holder_id) REFERENCES party (id),
  CONSTRAINT mandate_by_grantor FOREIGN KEY (grantor_id) REFERENCES party (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
