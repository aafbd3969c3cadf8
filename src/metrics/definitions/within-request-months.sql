    AND request_month BETWEEN coalesce(getvariable('period_from'), 1) AND coalesce(getvariable('period_to'), 999999)
