-- How surely the provider knew the person: a page or form that needs more sends them to log in anew. Logins that live
-- while this is migrated were all made at level 3.
ALTER TABLE login ADD COLUMN level VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'LOA3';
