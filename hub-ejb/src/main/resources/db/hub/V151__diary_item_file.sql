-- The files of a document in their order: the receipt first, then the attachments.
CREATE TABLE diary_item_file (
  item_id  BIGINT      NOT NULL,
  position INT         NOT NULL,
  kind     VARCHAR(16) NOT NULL,
  file_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (item_id, position),
  CONSTRAINT diary_item_file_item FOREIGN KEY (item_id) REFERENCES diary_item (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
