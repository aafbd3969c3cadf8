-- A line for each 依頼年月; 0 for records without one.
line_record AS NOT MATERIALIZED (SELECT request_month AS line, * FROM scope)
