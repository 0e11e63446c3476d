-- The classes of events that were there before there were classes.
INSERT IGNORE INTO event_class (case_type, kind, shown, marking, kept_from_guardian, keeps_reporter, party_only, about_other)
SELECT DISTINCT c.case_type, SUBSTRING_INDEX(e.event_type, '.', -1), e.shown, '', FALSE, FALSE, FALSE,
       e.concerns_id IS NOT NULL AND e.party_id IS NOT NULL AND e.concerns_id <> e.party_id
  FROM case_event e JOIN case_file c ON c.id = e.case_id;
