-- And so does each row of whom an old event concerns.
UPDATE case_event_subject s JOIN case_event e ON e.id = s.event_id
   SET s.class_id = e.class_id,
       s.other_id = IF(e.concerns_id IS NOT NULL AND e.concerns_id <> e.party_id, e.party_id, NULL);
