-- One line for everything in scope.
line_record AS NOT MATERIALIZED (SELECT 0 AS line, * FROM scope)
