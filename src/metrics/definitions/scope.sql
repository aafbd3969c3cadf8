-- The records in scope. Every metric reads from here; what a user chose enters through these variables and nowhere else.
-- A variable that is NULL does not narrow. Blank months are 0 and outside of every period.
-- `scope_item` has a line for each item that a record in scope names, `scope` one for the record itself. A line counts
-- `applications`; where it is marked `is_part`, it has to be brought together with the others of its application instead.
scope_item AS NOT MATERIALIZED (
  SELECT
    record, application, applications, is_part, request_month, result_month, points, receipt_points, fee_table, prefecture,
    provider, check_type, result, upheld_cause, item_count, item, is_first
  FROM source
  WHERE (
      (getvariable('period_from') IS NULL AND getvariable('period_to') IS NULL)
      OR CASE getvariable('axis') WHEN 'result' THEN result_month ELSE request_month END
        BETWEEN coalesce(getvariable('period_from'), 1) AND coalesce(getvariable('period_to'), 999999)
    )
    AND (getvariable('keeps_excluded') = 1 OR NOT excluded::BOOLEAN)
    AND (getvariable('counts_listed') = 1 OR NOT listed::BOOLEAN)
    AND (getvariable('fee_tables') IS NULL OR list_contains(getvariable('fee_tables'), fee_table))
    AND (
      getvariable('region') IS NULL
      OR (getvariable('region') = 'in') = (prefecture = 0 OR prefecture = getvariable('own_prefecture'))
    )
    AND (getvariable('check_types') IS NULL OR list_contains(getvariable('check_types'), check_type))
    AND (getvariable('results') IS NULL OR list_contains(getvariable('results'), result))
    AND (getvariable('providers') IS NULL OR list_contains(getvariable('providers'), provider))
),
scope AS NOT MATERIALIZED (SELECT * FROM scope_item WHERE is_first::BOOLEAN)
