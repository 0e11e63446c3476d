-- Events that no longer hold, and what stands in their place: what names the event itself, or else what names the same
-- event as that one and was decided later. Their rows in case_event_subject are no longer shown.
CREATE TABLE event_replaced (
  event_id BIGINT NOT NULL PRIMARY KEY,
  by_event_id BIGINT NOT NULL,
  named BOOLEAN NOT NULL,
  CONSTRAINT replaced_is_event FOREIGN KEY (event_id) REFERENCES case_event (id),
  CONSTRAINT replaced_by_event FOREIGN KEY (by_event_id) REFERENCES case_event (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
