-- What the months of each line tell, on the period's axis; 0 for records without that month. An application counts once
-- in each month of a line.
line_month AS NOT MATERIALIZED (
  SELECT line, CASE getvariable('axis') WHEN 'result' THEN result_month ELSE request_month END AS month, application, applications, is_part, result
  FROM line_record
),
alike AS (
  SELECT line, month, result, sum(applications) AS applications
  FROM line_month
  WHERE NOT is_part::BOOLEAN
  GROUP BY line, month, result
  UNION ALL
  SELECT line, month, min(result), 1
  FROM line_month
  WHERE is_part::BOOLEAN
  GROUP BY line, month, application
)
SELECT
  line::INTEGER AS line,
  month::INTEGER AS month,
  sum(applications)::INTEGER AS applications,
  coalesce(sum(applications) FILTER (result = 1), 0)::INTEGER AS reduced,
  coalesce(sum(applications) FILTER (result = 2), 0)::INTEGER AS returned,
  coalesce(sum(applications) FILTER (result = 3), 0)::INTEGER AS upheld
FROM alike
GROUP BY line, month
ORDER BY line, month
