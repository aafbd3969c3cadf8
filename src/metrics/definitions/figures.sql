-- The figures of every line. Result codes in order of precedence: 1 査定, 2 返戻, 3 原審, 4 取下げ, 5 対象外, 6 未分類, 7 未決.
-- Points are given in hundredths, so that points split between items stay exact integers.
counts AS (
  SELECT
    line,
    count(*) AS applications,
    count(*) FILTER (result = 1) AS reduced,
    count(*) FILTER (result = 2) AS returned,
    count(*) FILTER (result = 3) AS upheld,
    count(*) FILTER (result = 4) AS withdrawn,
    count(*) FILTER (result = 5) AS out_of_scope,
    count(*) FILTER (result = 6) AS unclassified,
    count(*) FILTER (result = 7) AS pending,
    count(*) FILTER (is_alone OR getvariable('attribution') <> 'single') AS bringing
  FROM line_application
  GROUP BY line
),
sums AS (
  SELECT
    line,
    coalesce(sum(points * share_of(items)), 0) AS points,
    coalesce(sum(points * share_of(items)) FILTER (result = 1), 0) AS reduced,
    coalesce(sum(points * share_of(items)) FILTER (result = 2), 0) AS returned
  FROM line_unit
  GROUP BY line
)
SELECT
  line,
  counts.applications,
  counts.reduced,
  counts.returned,
  counts.upheld,
  counts.withdrawn,
  counts.out_of_scope,
  counts.pending,
  counts.unclassified,
  hundredths(sums.points, 1) AS points_delta,
  hundredths(-sums.reduced, 1) AS reduced_effect,
  hundredths(-sums.returned, 1) AS returned_effect,
  CASE WHEN counts.bringing > 0 THEN hundredths(-sums.reduced, counts.bringing) END AS effect_per_application
FROM counts JOIN sums USING (line)
ORDER BY line
