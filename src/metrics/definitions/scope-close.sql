),
scope AS NOT MATERIALIZED (SELECT * FROM scope_item WHERE is_first::BOOLEAN)
