-- As `unit-receipt`, where points are split between items: an application's items are those its records in scope name.
once AS (
  SELECT line, application, min(result) AS result, receipt_figure(max(receipt_rank(points))) AS points
  FROM line_record
  WHERE is_part::BOOLEAN
  GROUP BY line, application
),
named AS (SELECT application, count(*) FILTER (line <> 0) AS items FROM once GROUP BY application),
alike AS (
  SELECT line, result, item_count AS items, count(*) AS applications, sum(points) AS points
  FROM line_record
  WHERE NOT is_part::BOOLEAN
  GROUP BY line, result, item_count
  UNION ALL
  SELECT line, result, items, count(*) AS applications, sum(points) AS points
  FROM once JOIN named USING (application)
  GROUP BY line, result, items
)
