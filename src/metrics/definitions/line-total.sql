-- One line for everything in scope.
line_record AS (SELECT 0 AS line, * FROM scope)
