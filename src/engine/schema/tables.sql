-- What the metrics read. Filled anew, in one transaction, whenever the loaded records or the rules change.

-- A line for each item a loaded record names, and for each record that names none (item 0); is_first marks one line of
-- each record. Months are yyyymm, 0 where blank; points are field 148, 0 where blank.
-- is_only marks a record that is the only one of its application.
-- excluded marks claims that the insurer excludes (点検除外データ), listed the lines of the contractor's list that wait for
-- their result, which are no loaded records.
-- upheld_cause (原審要因): 1 形式, 2 医学, 3 未分類; 0 where the result is not 原審.
CREATE TABLE fact (
  record INTEGER, application INTEGER, request_month INTEGER, result_month INTEGER, points BIGINT, fee_table TINYINT,
  prefecture TINYINT, provider INTEGER, check_type INTEGER, result TINYINT, upheld_cause TINYINT, item_count INTEGER,
  is_only TINYINT, excluded TINYINT, listed TINYINT, item INTEGER, is_first TINYINT
);

-- The records whose classes change, while they are carried over to `fact`.
CREATE TABLE changed_class (record INTEGER, check_type INTEGER, result TINYINT, upheld_cause TINYINT);

-- The items each record names on the level to which items were last rolled up (0 where it names none), with the number
-- of items it names there.
CREATE TABLE record_group (record INTEGER, item INTEGER, items INTEGER);

-- The records that the scope's filters by column leave; read only where there are any (`column_filters`).
CREATE TABLE filtered_record (record INTEGER);
