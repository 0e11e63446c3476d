-- What is getting old is looked for each minute, and an operator's figures ask for the oldest.
ALTER TABLE guardianship ADD KEY guardianship_confirmed (confirmed_at);
