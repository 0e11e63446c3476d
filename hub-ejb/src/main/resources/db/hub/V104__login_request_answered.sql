-- A request is answered at most once; the row stays until it lapses, so that a second response is refused for its
-- own reason.
ALTER TABLE login_request ADD COLUMN answered BOOLEAN NOT NULL DEFAULT FALSE;
