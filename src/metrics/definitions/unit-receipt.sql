-- What carries points under the grain `receipt`: each application once, with the figure largest in absolute value
-- (the negative one on a tie).
line_unit AS (
  SELECT line, application, result, points, 1 AS items, 1 AS is_only
  FROM line_record
  WHERE is_only = 1
  UNION ALL
  SELECT
    line,
    application,
    min(result) AS result,
    receipt_figure(max(receipt_rank(points))) AS points,
    1 AS items,
    1 AS is_only
  FROM line_record
  WHERE is_only = 0
  GROUP BY line, application
)
