-- As `unit-receipt`, for lines of items: an application's items are those its records in scope name.
once AS (
  SELECT
    line,
    application,
    min(result) AS result,
    receipt_figure(max(receipt_rank(points))) AS points
  FROM line_record
  GROUP BY line, application
),
named AS (SELECT application, count(*) FILTER (line <> 0) AS items FROM once GROUP BY application),
line_unit AS (SELECT line, application, result, points, items FROM once JOIN named USING (application))
