-- Where those work whom a line of the mapping gives a role: the authority, a branch of it, a unit in it. A line may say
-- nothing of it; a unit is known by its authority and its name.
ALTER TABLE role_rule
  ADD COLUMN authority VARCHAR(40) NULL,
  ADD COLUMN branch VARCHAR(40) NULL,
  ADD COLUMN unit VARCHAR(100) NULL,
  ADD CONSTRAINT role_rule_authority FOREIGN KEY (authority) REFERENCES authority (code),
  ADD CONSTRAINT role_rule_branch FOREIGN KEY (branch) REFERENCES branch (code);
