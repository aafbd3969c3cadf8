-- What the total and the figures of both month tables are made of: a row for all that agrees in both months and the result; a
-- record that has to be brought together with others of its application tells that application and its own figure.
SELECT
  request_month,
  result_month,
  result::INTEGER AS result,
  CASE WHEN is_part::BOOLEAN THEN application ELSE -1 END AS part,
  CASE WHEN is_part::BOOLEAN THEN receipt_points ELSE 0 END AS figure,
  sum(applications)::BIGINT AS applications,
  sum(points)::BIGINT AS points,
  sum(receipt_points)::BIGINT AS receipt_points
FROM scope
GROUP BY ALL
