-- The classes of events that were there before there were classes.
INSERT IGNORE INTO event_class (case_type, kind, shown, marking, kept_from_guardian, keeps_reporter, party_only)
SELECT DISTINCT c.case_type, SUBSTRING_INDEX(e.event_type, '.', -1), e.shown, '', FALSE, FALSE, FALSE
  FROM case_event e JOIN case_file c ON c.id = e.case_id;
