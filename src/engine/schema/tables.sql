-- Flags and other columns of 0 and 1 are asked as BOOLEAN (`NOT excluded::BOOLEAN`): a comparison with a number would be moved
-- into the engine's scan, a piece of code that a browser takes a second to compile.

-- What the metrics read where neither check types, results, items, providers nor values of columns are asked for. Filled anew,
-- in one transaction, whenever the loaded records or the rules change. Records that agree in all columns of the scope are
-- brought together to a line a result: applications says how many applications have that result, points is the sum of field
-- 148 of the records that have it themselves, receipt_points that of the applications' figures under the grain `receipt`.
-- Where the records of an application do not agree, each stands on a line of its own (is_part), with 0 applications.
-- The other columns are those of `fact`.
CREATE TABLE fact_aggregate (
  applications INTEGER, is_part TINYINT, application INTEGER, request_month INTEGER, result_month INTEGER, fee_table TINYINT,
  prefecture TINYINT, result TINYINT, excluded TINYINT, listed TINYINT, points BIGINT, receipt_points BIGINT
);

-- What the metrics read where they are asked for. Filled anew when it is first asked after the loaded records or the rules changed.

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
