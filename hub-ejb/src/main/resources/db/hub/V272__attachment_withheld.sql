-- A file that the party may not have (OSL 10:3): the provision its secrecy rests on, in clear as that of a marking; why, and
-- what the party may know of what it holds, sealed. Without a provision the party has the file.
ALTER TABLE case_event_attachment
  ADD COLUMN withheld_provision VARCHAR(40) NULL,
  ADD COLUMN withheld_reason_sealed VARBINARY(1200) NULL,
  ADD COLUMN withheld_told_sealed VARBINARY(1200) NULL;
