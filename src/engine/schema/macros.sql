-- Points are split in units of 1/720720 (the least common multiple of 1 to 16), so that sums of shares are exact.
CREATE MACRO share_unit() AS CASE getvariable('attribution') WHEN 'equal' THEN 720720 ELSE 1 END;

-- What a unit that names so many items gives to each of its lines, in share units.
CREATE MACRO share_of(items) AS CASE
  WHEN getvariable('attribution') = 'equal' THEN 720720 // greatest(items, 1)
  WHEN getvariable('attribution') = 'single' AND items > 1 THEN 0
  ELSE 1
END;

-- A sum of shares divided by a count, in hundredths, rounded half away from zero.
CREATE MACRO hundredths(shares, divisor) AS (
  (200 * shares::HUGEINT + sign(shares) * divisor * share_unit()) // (2 * divisor * share_unit())
)::BIGINT;

-- Under the grain `receipt` the figure largest in absolute value counts, the negative one on a tie: the largest rank,
-- from which the figure can be told again.
CREATE MACRO receipt_rank(points) AS 2 * abs(points) + (points < 0)::BIGINT;
CREATE MACRO receipt_figure(rank) AS CASE rank % 2 WHEN 1 THEN -(rank // 2) ELSE rank // 2 END;

-- How an application ended, as deciding sees it: 0 未決, 1 査定, 2 返戻, 3 原審 for a medical reason, 4 原審 for a formal
-- fault, 5 取下げ, 6 対象外, 7 未分類.
CREATE MACRO ending_of(result, is_medical) AS CASE result
  WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN CASE WHEN is_medical THEN 3 ELSE 4 END WHEN 4 THEN 5 WHEN 5 THEN 6 WHEN 6 THEN 7 ELSE 0
END;
