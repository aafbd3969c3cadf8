-- Both month tables under the grain `receipt`: a line for each request month, and one for each result month, numbered
-- from 1000000 on. As unit-receipt.sql counts each; what agrees in both months is brought together first.
pair AS MATERIALIZED (
  SELECT request_month, result_month, result, sum(applications) AS applications, sum(receipt_points) AS points
  FROM scope
  WHERE NOT is_part::BOOLEAN
  GROUP BY request_month, result_month, result
),
several AS MATERIALIZED (
  SELECT request_month, result_month, application, result, receipt_rank(receipt_points) AS rank FROM scope WHERE is_part::BOOLEAN
),
alike AS (
  SELECT request_month AS line, result, 1 AS items, applications, points FROM pair
  UNION ALL
  SELECT 1000000 + result_month, result, 1, applications, points FROM pair
  UNION ALL
  SELECT request_month, min(result), 1, 1, receipt_figure(max(rank)) FROM several GROUP BY request_month, application
  UNION ALL
  SELECT 1000000 + result_month, min(result), 1, 1, receipt_figure(max(rank)) FROM several GROUP BY result_month, application
)
