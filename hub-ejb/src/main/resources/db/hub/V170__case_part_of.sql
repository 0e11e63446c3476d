-- The case opened here that another system's case carries on, set when that system has taken over what was sent to us. To
-- the citizen the two are one. No foreign key: it would copy the table, which may hold millions of cases.
ALTER TABLE case_file
  ADD COLUMN part_of BIGINT NULL,
  ADD KEY case_file_part_of (part_of);
