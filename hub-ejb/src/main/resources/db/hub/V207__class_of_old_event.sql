-- Each old event gets its class.
UPDATE case_event e JOIN case_file c ON c.id = e.case_id
  JOIN event_class k ON k.case_type = c.case_type AND k.kind = SUBSTRING_INDEX(e.event_type, '.', -1)
   AND k.shown = e.shown AND k.marking = '' AND NOT k.kept_from_guardian AND NOT k.keeps_reporter AND NOT k.party_only
   SET e.class_id = k.id;
