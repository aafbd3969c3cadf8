-- The figures of every line. Result codes in order of precedence: 1 査定, 2 返戻, 3 原審, 4 取下げ, 5 対象外, 6 未分類, 7 未決.
-- Points are given in hundredths, so that points split between items stay exact integers.
-- First what is alike is brought together, so that the sums below are over few lines.
alike_applications AS (
  SELECT line, result, is_alone, count(*) AS applications
  FROM line_application
  GROUP BY line, result, is_alone
),
counts AS (
  SELECT
    line,
    sum(applications)::BIGINT AS applications,
    coalesce(sum(applications) FILTER (result = 1), 0)::BIGINT AS reduced,
    coalesce(sum(applications) FILTER (result = 2), 0)::BIGINT AS returned,
    coalesce(sum(applications) FILTER (result = 3), 0)::BIGINT AS upheld,
    coalesce(sum(applications) FILTER (result = 4), 0)::BIGINT AS withdrawn,
    coalesce(sum(applications) FILTER (result = 5), 0)::BIGINT AS out_of_scope,
    coalesce(sum(applications) FILTER (result = 6), 0)::BIGINT AS unclassified,
    coalesce(sum(applications) FILTER (result = 7), 0)::BIGINT AS pending,
    coalesce(sum(applications) FILTER (is_alone OR getvariable('attribution') <> 'single'), 0)::BIGINT AS bringing
  FROM alike_applications
  GROUP BY line
),
alike_units AS (SELECT line, result, items, sum(points) AS points FROM line_unit GROUP BY line, result, items),
sums AS (
  SELECT
    line,
    coalesce(sum(points * share_of(items)), 0) AS points,
    coalesce(sum(points * share_of(items)) FILTER (result = 1), 0) AS reduced,
    coalesce(sum(points * share_of(items)) FILTER (result = 2), 0) AS returned
  FROM alike_units
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
