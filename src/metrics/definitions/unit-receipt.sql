-- What carries points under the grain `receipt`: each application once, with the figure largest in absolute value
-- (the negative one on a tie).
line_unit AS (
  SELECT
    line,
    application,
    min(result) AS result,
    receipt_figure(max(receipt_rank(points))) AS points,
    1 AS items
  FROM line_record
  GROUP BY line, application
)
