-- Under the grain `receipt` each application carries points once: the figure largest in absolute value (the negative one
-- on a tie). What is all of an application need not be brought together with others.
alike AS (
  SELECT line, result, 1 AS items, sum(applications) AS applications, sum(receipt_points) AS points
  FROM line_record
  WHERE NOT is_part::BOOLEAN
  GROUP BY line, result
  UNION ALL
  SELECT line, result, 1 AS items, count(*) AS applications, sum(points) AS points
  FROM (
    SELECT line, min(result) AS result, receipt_figure(max(receipt_rank(receipt_points))) AS points
    FROM line_record
    WHERE is_part::BOOLEAN
    GROUP BY line, application
  )
  GROUP BY line, result
)
