-- How far events are counted, and the highest number that was seen at a time: no event with that number or a lower one
-- commits some minutes later, so up to there they can be counted once and for all. One row.
CREATE TABLE event_count_mark (
  id TINYINT NOT NULL PRIMARY KEY,
  counted_to BIGINT NOT NULL,
  seen_to BIGINT NOT NULL,
  seen_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
