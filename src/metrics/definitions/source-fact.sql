-- Every line of every record.
source AS NOT MATERIALIZED (SELECT *, is_only AS applications, 1 - is_only AS is_part, points AS receipt_points FROM fact)
