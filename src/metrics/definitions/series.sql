-- What the months of each line tell, on the period's axis; 0 for records without that month.
line_month AS (
  SELECT
    line,
    CASE getvariable('axis') WHEN 'result' THEN result_month ELSE request_month END AS month,
    application,
    min(result) AS result
  FROM line_record
  GROUP BY ALL
)
SELECT
  line::INTEGER AS line,
  month::INTEGER AS month,
  count(*)::INTEGER AS applications,
  (count(*) FILTER (result = 1))::INTEGER AS reduced,
  (count(*) FILTER (result = 2))::INTEGER AS returned,
  (count(*) FILTER (result = 3))::INTEGER AS upheld
FROM line_month
GROUP BY line, month
ORDER BY line, month
