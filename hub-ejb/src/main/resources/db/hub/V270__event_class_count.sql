-- How many events there are of a class, among those that are counted: an answer to what a changed rule would mean costs
-- no reading of ten million events.
CREATE TABLE event_class_count (
  class_id INT NOT NULL PRIMARY KEY,
  events BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
