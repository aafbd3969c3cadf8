-- A line for each 点検区分; 0 for records without one (未分類).
line_record AS NOT MATERIALIZED (SELECT check_type AS line, * FROM scope)
