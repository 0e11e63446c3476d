-- The one row.
INSERT IGNORE INTO change_counter (id, last_number) VALUES (1, 0);
