-- What carries points under the grain `row`: each record its own change. is_only tells that no other unit of its line
-- belongs to its application.
line_unit AS (SELECT line, application, result, points, item_count AS items, is_only FROM line_record)
