-- The records behind one cell: the line's records of the applications whose result on that line is one of
-- `cell_results` (NULL: any), of them those whose own result is one of `cell_unit_results` (NULL: any).
line_application AS (
  SELECT application, min(result) AS result
  FROM line_record
  WHERE line = getvariable('cell_line')
  GROUP BY application
),
members AS (
  SELECT line_record.record, line_record.application
  FROM line_record JOIN line_application USING (application)
  WHERE line_record.line = getvariable('cell_line')
    AND (getvariable('cell_results') IS NULL OR list_contains(getvariable('cell_results'), line_application.result))
    AND (getvariable('cell_unit_results') IS NULL OR list_contains(getvariable('cell_unit_results'), line_record.result))
)
