-- Versions of forms. A definition is never changed after its import; published_at is set once. Drafts and submissions
-- refer to the version they were made on for ever.
CREATE TABLE form_version (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form_id BIGINT NOT NULL,
  number INT NOT NULL,
  definition MEDIUMTEXT NOT NULL,
  imported_at DATETIME(6) NOT NULL,
  published_at DATETIME(6) NULL,
  UNIQUE KEY form_version_number (form_id, number),
  CONSTRAINT form_version_of_form FOREIGN KEY (form_id) REFERENCES form (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
