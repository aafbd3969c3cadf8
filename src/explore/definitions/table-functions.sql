-- Every function of the engine that can stand behind FROM: a new engine may bring new ones.
SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro') ORDER BY name
