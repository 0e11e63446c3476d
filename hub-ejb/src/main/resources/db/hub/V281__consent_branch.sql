-- A consent names an independent branch, on either side, where it is to reach into one (OSL 8:2). Those given before named an
-- authority alone, and are from now on of what lies in none of its branches.
ALTER TABLE consent
  ADD COLUMN about_branch VARCHAR(40) NULL,
  ADD COLUMN to_branch VARCHAR(40) NULL,
  DROP CONSTRAINT consent_to_another,
  ADD CONSTRAINT consent_about_branch FOREIGN KEY (about_branch) REFERENCES branch (code),
  ADD CONSTRAINT consent_to_branch FOREIGN KEY (to_branch) REFERENCES branch (code),
  ADD CONSTRAINT consent_to_other_side
    CHECK (to_authority IS NULL OR to_authority <> about_authority OR NOT (to_branch <=> about_branch));
