-- What each application brought: the records that were reduced, each with its own change.
learning_points AS (
  SELECT application, -sum(points) FILTER (result = 1) AS reduced_effect
  FROM scope
  GROUP BY application
)
