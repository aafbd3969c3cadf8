-- Records brought together, where nothing is asked about the single ones.
source AS NOT MATERIALIZED (
  SELECT *, NULL AS record, 0 AS provider, 0 AS check_type, 0 AS upheld_cause, 1 AS item_count, 0 AS item, 1 AS is_first
  FROM fact_aggregate
)
