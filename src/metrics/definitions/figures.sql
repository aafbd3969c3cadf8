-- The figures of every line, from what is alike on it: so many applications, and so many points of units that name so
-- many items. Result codes in order of precedence: 1 査定, 2 返戻, 3 原審, 4 取下げ, 5 対象外, 6 未分類, 7 未決.
-- Points are given in hundredths, so that points split between items stay exact integers.
sums AS (
  SELECT
    line,
    sum(applications)::BIGINT AS applications,
    coalesce(sum(applications) FILTER (result = 1), 0)::BIGINT AS reduced,
    coalesce(sum(applications) FILTER (result = 2), 0)::BIGINT AS returned,
    coalesce(sum(applications) FILTER (result = 3), 0)::BIGINT AS upheld,
    coalesce(sum(applications) FILTER (result = 4), 0)::BIGINT AS withdrawn,
    coalesce(sum(applications) FILTER (result = 5), 0)::BIGINT AS out_of_scope,
    coalesce(sum(applications) FILTER (result = 7), 0)::BIGINT AS pending,
    coalesce(sum(applications) FILTER (result = 6), 0)::BIGINT AS unclassified,
    coalesce(sum(applications) FILTER (items <= 1 OR getvariable('attribution') <> 'single'), 0)::BIGINT AS bringing,
    sum(points * share_of(items)) AS points,
    coalesce(-sum(points * share_of(items)) FILTER (result = 1), 0) AS reduced_points,
    coalesce(-sum(points * share_of(items)) FILTER (result = 2), 0) AS returned_points
  FROM alike
  GROUP BY line
)
SELECT
  line,
  applications,
  reduced,
  returned,
  upheld,
  withdrawn,
  out_of_scope,
  pending,
  unclassified,
  hundredths(points, 1) AS points_delta,
  hundredths(reduced_points, 1) AS reduced_effect,
  hundredths(returned_points, 1) AS returned_effect,
  CASE WHEN bringing > 0 THEN hundredths(reduced_points, bringing) END AS effect_per_application
FROM sums
ORDER BY line
