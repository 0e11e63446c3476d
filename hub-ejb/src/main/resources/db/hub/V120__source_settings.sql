-- What staff decide of a source: whence its key counts (CIDR with commas between; empty: from anywhere), how many events a
-- minute it may send (null: no limit), whether it is closed. silent_since is the alarm, raised by one node for all;
-- version lets two who change the same source at once notice each other.
ALTER TABLE source_system
  ADD COLUMN networks VARCHAR(1000) NOT NULL DEFAULT '',
  ADD COLUMN events_per_minute INT NULL,
  ADD COLUMN closed_at DATETIME(6) NULL,
  ADD COLUMN silent_since DATETIME(6) NULL,
  ADD COLUMN version INT NOT NULL DEFAULT 0;
