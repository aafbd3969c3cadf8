-- What each application brought on each line it names: the claim's figure goes in equal parts to the lines that were
-- reduced (返戻: returned).
learning_line AS (
  SELECT
    application,
    line,
    CASE WHEN bool_or(result <= 5 AND result_month = 0) THEN 0 ELSE max(result_month) END AS result_month,
    min(result) AS result,
    ending_of(min(result), bool_or(result = 3 AND upheld_cause <> 1)) AS ending,
    -receipt_figure(max(receipt_rank(points))) AS figure
  FROM learning_record
  GROUP BY application, line
),
learning_part AS (
  SELECT
    application,
    line,
    result_month,
    ending,
    CASE WHEN result = 1 THEN figure / count(*) OVER (PARTITION BY application, result) ELSE 0 END AS reduced_effect,
    CASE WHEN result = 2 THEN figure / count(*) OVER (PARTITION BY application, result) ELSE 0 END AS returned_effect
  FROM learning_line
)
