-- Messages on their way and those that were given up. No body: it is composed anew at each try, so that what may not be
-- told any longer is not lying here. One that was taken has no row; one that staff purged keeps who did and why;
-- the reason is typed by people, and sealed.
CREATE TABLE delivery (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  endpoint_id BIGINT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  item VARCHAR(100) NOT NULL,
  state VARCHAR(10) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  first_try INT NOT NULL DEFAULT 0,
  tries INT NOT NULL,
  failure VARCHAR(40) NULL,
  died_at DATETIME(6) NULL,
  purged_at DATETIME(6) NULL,
  purged_by BIGINT NULL,
  purge_reason_sealed VARBINARY(1400) NULL,
  UNIQUE KEY delivery_item (endpoint_id, kind, item),
  KEY delivery_state (endpoint_id, state, id),
  CONSTRAINT delivery_endpoint FOREIGN KEY (endpoint_id) REFERENCES endpoint (id),
  CONSTRAINT delivery_purger FOREIGN KEY (purged_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
