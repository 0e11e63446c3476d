-- An editor is told how many drafts are open on the versions of a form: counted in the index, sent drafts passed by.
CREATE INDEX draft_open ON draft (form_version_id, sent_at, expires_at);
