-- Under the grain `row` each record carries its own points. An application counts once on each of its lines; what is all of
-- one need not be brought together with others. Items matter only where points are split between them.
unit AS NOT MATERIALIZED (
  SELECT line, application, applications, is_part, result, points, CASE getvariable('attribution') WHEN 'full' THEN 1 ELSE item_count END AS items
  FROM line_record
),
alike AS (
  SELECT line, result, items, sum(applications) AS applications, sum(points) AS points
  FROM unit
  GROUP BY line, result, items
  UNION ALL
  SELECT line, result, items, count(*) AS applications, 0 AS points
  FROM (
    SELECT line, min(result) AS result, min(items) AS items
    FROM unit
    WHERE is_part::BOOLEAN
    GROUP BY line, application
  )
  GROUP BY line, result, items
)
