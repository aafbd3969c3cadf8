-- The applications in scope as deciding learns from them. When an answer came is known only if every one that counts has
-- its month. Endings: 0 未決, 1 査定, 2 返戻, 3 原審 for a medical reason, 4 原審 for a formal fault, 5 取下げ, 6 対象外, 7 未分類.
-- Limit groups: 0 県内医科・DPC・調剤, 1 県内歯科, 2 県外.
learning_application AS (
  SELECT
    application,
    max(request_month) AS request_month,
    CASE WHEN bool_or(result <= 5 AND result_month = 0) THEN 0 ELSE max(result_month) END AS result_month,
    ending_of(min(result), bool_or(result = 3 AND upheld_cause <> 1)) AS ending,
    min(CASE WHEN prefecture <> 0 AND prefecture <> getvariable('own_prefecture') THEN 2 WHEN fee_table = 3 THEN 1 ELSE 0 END) AS limit_group
  FROM scope
  GROUP BY application
)
SELECT
  application::INTEGER AS application,
  request_month::INTEGER AS request_month,
  result_month::INTEGER AS result_month,
  ending::INTEGER AS ending,
  limit_group::INTEGER AS limit_group,
  coalesce(reduced_effect, 0)::DOUBLE AS effect
FROM learning_application JOIN learning_points USING (application)
ORDER BY application
