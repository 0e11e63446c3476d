-- Trustees appointed by a court beside holders of a power of attorney: what they are appointed as, and to do.
ALTER TABLE mandate ADD COLUMN relation VARCHAR(10) NOT NULL DEFAULT 'PROXY',
  ADD COLUMN appointed_as VARCHAR(12) NULL,
  ADD COLUMN duties VARCHAR(40) NOT NULL DEFAULT '',
  ADD CONSTRAINT trustee_is_appointed CHECK ((relation = 'TRUSTEE') = (appointed_as IS NOT NULL));
