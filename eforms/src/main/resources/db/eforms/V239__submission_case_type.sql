-- The case type that the answers led to, for forms that go several ways; null for those sent before there were such forms,
-- which all went to the form's own case type.
ALTER TABLE submission ADD COLUMN case_type VARCHAR(40) NULL;
