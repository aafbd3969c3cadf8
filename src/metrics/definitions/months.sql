-- What the total and the figures of both month tables are made of: a row for all that agrees in both months and the result,
-- and one for each record that has to be brought together with others of its application, which it names.
SELECT
  request_month,
  result_month,
  result::INTEGER AS result,
  -1 AS part,
  sum(applications)::BIGINT AS applications,
  sum(points)::BIGINT AS points,
  sum(receipt_points)::BIGINT AS receipt_points
FROM scope
WHERE NOT is_part::BOOLEAN
GROUP BY ALL
UNION ALL
SELECT request_month, result_month, result::INTEGER, application, 0, points, receipt_points
FROM scope
WHERE is_part::BOOLEAN
