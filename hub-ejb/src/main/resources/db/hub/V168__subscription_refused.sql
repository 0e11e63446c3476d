-- How many events in a row the receiver has refused alone. Beyond a limit it is the receiver that is at fault, not the
-- events: it counts as away, and what waits is kept instead of being put aside one by one.
ALTER TABLE subscription ADD COLUMN refused INT NOT NULL DEFAULT 0;
