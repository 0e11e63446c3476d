-- What the sender says of an event's confidentiality: a marking (OSL 5:5) names all three or none, and warns; secret from
-- guardians (OSL 12:3, 26:2); data of someone who reported (OSL 26:5); one guardian's own data, the party's alone. In
-- clear, since the policy asks for them in lists; none of it says who anyone is.
ALTER TABLE case_event
  ADD COLUMN marking_provision VARCHAR(40) NULL,
  ADD COLUMN marking_date DATE NULL,
  ADD COLUMN marking_authority VARCHAR(40) NULL,
  ADD COLUMN kept_from_guardian BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN keeps_reporter BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN party_only BOOLEAN NOT NULL DEFAULT FALSE;
