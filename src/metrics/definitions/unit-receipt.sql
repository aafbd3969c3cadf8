-- What carries points under the grain `receipt`: each application once, with the figure largest in absolute value
-- (the negative one on a tie). Its items are those its records in scope name.
named AS (
  SELECT application, count(DISTINCT item) FILTER (item <> 0) AS items
  FROM scope JOIN record_item USING (record)
  GROUP BY application
),
line_unit AS (
  SELECT
    line,
    application,
    min(result) AS result,
    arg_max(points, 2 * abs(points) + (points < 0)::BIGINT) AS points,
    any_value(items) AS items
  FROM line_record JOIN named USING (application)
  GROUP BY line, application
)
