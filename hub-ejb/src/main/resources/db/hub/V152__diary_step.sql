-- What the registrar did with a document and when. Only ever added to: a correction is a step of its own.
CREATE TABLE diary_step (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  item_id      BIGINT         NOT NULL,
  kind         VARCHAR(24)    NOT NULL,
  at           DATETIME(6)    NOT NULL,
  staff_id     BIGINT         NULL,
  diary_number VARCHAR(60)    NULL,
  reason       VARBINARY(4096) NULL,
  PRIMARY KEY (id),
  INDEX diary_step_by_item (item_id, id),
  CONSTRAINT diary_step_item FOREIGN KEY (item_id) REFERENCES diary_item (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
