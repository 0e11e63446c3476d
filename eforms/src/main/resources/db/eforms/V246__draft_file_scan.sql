-- The files that wait for the search for viruses, those longest untried first.
CREATE INDEX draft_file_scan ON draft_file (scan, scan_tried_at);
