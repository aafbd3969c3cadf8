-- What carries points under the grain `receipt`: each application once, with the figure largest in absolute value
-- (the negative one on a tie). A record that is all of its application need not be brought together with others.
line_unit AS (
  SELECT line, result, points, 1 AS items
  FROM line_record
  WHERE is_only = 1
  UNION ALL
  SELECT line, min(result) AS result, receipt_figure(max(receipt_rank(points))) AS points, 1 AS items
  FROM line_record
  WHERE is_only = 0
  GROUP BY line, application
),
line_application AS (SELECT line, result, items <= 1 AS is_alone FROM line_unit)
