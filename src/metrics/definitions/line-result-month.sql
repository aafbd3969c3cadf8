-- A line for each 結果処理年月; 0 for records without one.
line_record AS NOT MATERIALIZED (SELECT result_month AS line, * FROM scope)
