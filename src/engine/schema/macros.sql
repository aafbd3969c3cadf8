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
