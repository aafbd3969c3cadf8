-- A line for each item; 0 for records that name none (未分類). A record stands on as many lines as it names items.
line_record AS NOT MATERIALIZED (SELECT item AS line, * FROM scope_item)
