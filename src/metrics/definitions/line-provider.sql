-- A line for each 医療機関コード; 0 for records without one.
line_record AS NOT MATERIALIZED (SELECT provider AS line, * FROM scope)
