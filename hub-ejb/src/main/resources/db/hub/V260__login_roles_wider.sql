-- The names of all roles at once are longer than the column was.
ALTER TABLE login MODIFY roles VARCHAR(400) NOT NULL;
