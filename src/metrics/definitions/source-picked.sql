-- The lines of the records that name one of the items asked for and pass the filters by column, as far as there are any.
source AS NOT MATERIALIZED (
  SELECT *, is_only AS applications, 1 - is_only AS is_part, points AS receipt_points
  FROM fact
  WHERE (
      getvariable('items') IS NULL
      OR record IN (SELECT record FROM fact WHERE list_contains(getvariable('items'), item))
    )
    AND (getvariable('column_filters') IS NULL OR record IN (SELECT record FROM filtered_record))
)
