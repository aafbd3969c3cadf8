-- A line for each item on the level to which items are rolled up; 0 for records that name none (未分類).
line_record AS (
  SELECT record_group.item AS line, scope.* REPLACE (record_group.items AS item_count)
  FROM scope JOIN record_group USING (record)
)
