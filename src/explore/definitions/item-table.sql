-- The items records name, in words. Records that name none do not stand here, nor do lines of a list that wait for a result.
CREATE TABLE item_name (item INTEGER, kind VARCHAR, code VARCHAR, name VARCHAR);

CREATE VIEW "項目" AS
SELECT record AS "レコード番号", kind AS "種類", code AS "コード", name AS "名称"
FROM fact JOIN item_name USING (item)
WHERE NOT listed;
