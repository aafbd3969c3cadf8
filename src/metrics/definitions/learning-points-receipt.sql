-- What each application brought: the claim's figure, if it was reduced.
learning_points AS (
  SELECT application, CASE WHEN min(result) = 1 THEN -receipt_figure(max(receipt_rank(points))) END AS reduced_effect
  FROM scope
  GROUP BY application
)
