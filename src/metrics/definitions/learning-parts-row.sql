-- What each application brought on each line it names: a record that names several gives each an equal part.
learning_part AS (
  SELECT
    application,
    line,
    CASE WHEN bool_or(result <= 5 AND result_month = 0) THEN 0 ELSE max(result_month) END AS result_month,
    ending_of(min(result), bool_or(result = 3 AND upheld_cause <> 1)) AS ending,
    coalesce(-sum(points / lines_of_record) FILTER (result = 1), 0) AS reduced_effect,
    coalesce(-sum(points / lines_of_record) FILTER (result = 2), 0) AS returned_effect
  FROM learning_record
  GROUP BY application, line
)
