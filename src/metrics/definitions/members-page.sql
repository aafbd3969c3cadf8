-- One page of them, in load order.
SELECT record, application
FROM members
ORDER BY record
LIMIT (SELECT getvariable('page_size')) OFFSET (SELECT getvariable('page_start'))
