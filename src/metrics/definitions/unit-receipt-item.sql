-- As `unit-receipt`, for lines of items: an application's items are those its records in scope name.
once AS (
  SELECT line, application, min(result) AS result, receipt_figure(max(receipt_rank(points))) AS points
  FROM line_record
  WHERE is_only = 0
  GROUP BY line, application
),
named AS (SELECT application, count(*) FILTER (line <> 0) AS items FROM once GROUP BY application),
line_unit AS (
  SELECT line, result, points, item_count AS items
  FROM line_record
  WHERE is_only = 1
  UNION ALL
  SELECT line, result, points, items
  FROM once JOIN named USING (application)
),
line_application AS (SELECT line, result, items <= 1 AS is_alone FROM line_unit)
