-- Which line-of-business system takes over what is sent by a form. A form without a row is the registrar's, as before.
CREATE TABLE handover_rule (
  form_slug VARCHAR(80) NOT NULL PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  format VARCHAR(4) NOT NULL,
  endpoint_id BIGINT NOT NULL,
  alarm_minutes INT NOT NULL,
  version INT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NOT NULL,
  CONSTRAINT handover_rule_form FOREIGN KEY (form_slug) REFERENCES form (slug),
  CONSTRAINT handover_rule_source FOREIGN KEY (source) REFERENCES source_system (code),
  CONSTRAINT handover_rule_endpoint FOREIGN KEY (endpoint_id) REFERENCES endpoint (id),
  CONSTRAINT handover_rule_staff FOREIGN KEY (changed_by) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
