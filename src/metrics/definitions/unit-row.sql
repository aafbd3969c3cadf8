-- What carries points under the grain `row`: each record its own change.
line_unit AS (SELECT line, application, result, points, item_count AS items, is_only FROM line_record),
-- The applications on each line: a record that is all of its application need not be brought together with others.
line_application AS (
  SELECT line, result, items <= 1 AS is_alone
  FROM line_unit
  WHERE is_only = 1
  UNION ALL
  SELECT line, min(result) AS result, bool_or(items <= 1) AS is_alone
  FROM line_unit
  WHERE is_only = 0
  GROUP BY line, application
)
