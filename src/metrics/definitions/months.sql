-- What the figures of both month tables are made of: a row for all that agrees in both months and the result; a record of an
-- application that has to be brought together tells its number and its own figure.
SELECT
  request_month,
  result_month,
  result,
  CASE WHEN is_part::BOOLEAN THEN application END AS part,
  CASE WHEN is_part::BOOLEAN THEN receipt_points END AS figure,
  sum(applications)::BIGINT AS applications,
  sum(points)::BIGINT AS points,
  sum(receipt_points)::BIGINT AS receipt_points
FROM scope
GROUP BY ALL
