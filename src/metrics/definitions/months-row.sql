-- Both month tables under the grain `row`: a line for each request month, and one for each result month, numbered from
-- 1000000 on. As unit-row.sql counts each; what agrees in both months is brought together first.
pair AS MATERIALIZED (
  SELECT request_month, result_month, result, sum(applications) AS applications, sum(points) AS points
  FROM scope
  GROUP BY request_month, result_month, result
),
several AS MATERIALIZED (SELECT request_month, result_month, application, result FROM scope WHERE is_part::BOOLEAN),
alike AS (
  SELECT request_month AS line, result, 1 AS items, applications, points FROM pair
  UNION ALL
  SELECT 1000000 + result_month, result, 1, applications, points FROM pair
  UNION ALL
  SELECT request_month, min(result), 1, 1, 0 FROM several GROUP BY request_month, application
  UNION ALL
  SELECT 1000000 + result_month, min(result), 1, 1, 0 FROM several GROUP BY result_month, application
)
