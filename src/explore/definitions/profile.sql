-- How often each value stands in the records in scope. A NULL value is blank; it is counted apart from the others.
value_count AS (SELECT value, count(*) AS records FROM column_value GROUP BY value)
SELECT
  CAST(value AS VARCHAR) AS value,
  records,
  CAST(sum(records) OVER () AS BIGINT) AS all_records,
  CAST(coalesce(sum(records) FILTER (value IS NULL) OVER (), 0) AS BIGINT) AS blank_records,
  count(value) OVER () AS distinct_values
FROM value_count
ORDER BY records DESC, value_count.value
LIMIT getvariable('value_limit')
