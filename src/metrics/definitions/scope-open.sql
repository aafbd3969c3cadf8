-- The records in scope. Every metric reads from here; what a user chose enters through the variables of the conditions that
-- follow (within-*.sql), and nowhere else. Blank months are 0 and outside of every period.
-- `scope_item` has a line for each item that a record in scope names, `scope` one for the record itself. A line counts
-- `applications`; where it is marked `is_part`, it has to be brought together with the others of its application instead.
scope_item AS NOT MATERIALIZED (
  SELECT
    record, application, applications, is_part, request_month, result_month, points, receipt_points, fee_table, prefecture,
    provider, check_type, result, upheld_cause, item_count, item, is_first
  FROM source
  WHERE true
