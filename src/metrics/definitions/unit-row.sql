-- What carries points under the grain `row`: each record its own change.
line_unit AS (SELECT line, application, result, points, item_count AS items FROM line_record)
