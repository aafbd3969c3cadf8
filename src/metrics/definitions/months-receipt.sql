-- Both month tables under the grain `receipt`: a line for each request month, and one for each result month, numbered
-- from 1000000 on. As unit-receipt.sql counts each; records that agree in both months are brought together first.
pair AS MATERIALIZED (
  SELECT request_month, result_month, result, count(*) AS applications, sum(points) AS points
  FROM scope
  WHERE is_only::BOOLEAN
  GROUP BY request_month, result_month, result
),
several AS MATERIALIZED (SELECT request_month, result_month, application, result, points FROM scope WHERE NOT is_only::BOOLEAN),
alike AS (
  SELECT request_month AS line, result, 1 AS items, applications, points FROM pair
  UNION ALL
  SELECT 1000000 + result_month, result, 1, applications, points FROM pair
  UNION ALL
  SELECT request_month, min(result), 1, 1, receipt_figure(max(receipt_rank(points))) FROM several GROUP BY request_month, application
  UNION ALL
  SELECT 1000000 + result_month, min(result), 1, 1, receipt_figure(max(receipt_rank(points))) FROM several GROUP BY result_month, application
)
