-- Every line of every record.
source AS NOT MATERIALIZED (SELECT *, is_only AS applications, points AS receipt_points FROM fact)
