-- What the metrics read. Filled anew, in one transaction, whenever the loaded records or the rules change.

-- A line for each loaded record. Months are yyyymm, 0 where blank; points are field 148, 0 where blank.
-- is_only is 1 where the record is the only one of its application.
CREATE TABLE fact (
  record INTEGER, application INTEGER, request_month INTEGER, result_month INTEGER, points BIGINT, fee_table INTEGER,
  prefecture INTEGER, provider INTEGER, check_type INTEGER, result INTEGER, item_count INTEGER,
  is_only INTEGER
);

-- The items each record names; item 0 where it names none.
CREATE TABLE record_item (record INTEGER, item INTEGER);

-- The records that the scope's filters by column leave; read only where there are any (`column_filters`).
CREATE TABLE filtered_record (record INTEGER);
