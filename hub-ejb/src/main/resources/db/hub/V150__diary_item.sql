-- Documents that reached an authority, from receipt to diary number (OSL 5 kap. 1 and 2 §§).
-- Codes, numbers, dates and the public title are in clear so that the list can be searched; the rest is sealed.
CREATE TABLE diary_item (
  id               BIGINT         NOT NULL AUTO_INCREMENT,
  case_id          BIGINT         NOT NULL,
  case_number      VARCHAR(100)   NOT NULL,
  case_type        VARCHAR(100)   NOT NULL,
  authority        VARCHAR(100)   NOT NULL,
  public_title     VARCHAR(500)   NOT NULL,
  received_at      DATETIME(6)    NOT NULL,
  sender_kind      VARCHAR(16)    NOT NULL,
  sender           VARBINARY(2048) NULL,
  answers          MEDIUMBLOB     NOT NULL,
  state            VARCHAR(16)    NOT NULL,
  changed_at       DATETIME(6)    NOT NULL,
  diary_number     VARCHAR(60)    NULL,
  export_requested DATETIME(6)    NULL,
  exported_at      DATETIME(6)    NULL,
  package_name     VARCHAR(160)   NULL,
  PRIMARY KEY (id),
  INDEX diary_item_by_state (state, received_at, id),
  INDEX diary_item_by_authority (authority, state, received_at, id),
  INDEX diary_item_by_case_number (case_number),
  INDEX diary_item_by_diary_number (diary_number),
  INDEX diary_item_by_case (case_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
