SELECT count(DISTINCT application) AS applications, count(*) AS records
FROM members
