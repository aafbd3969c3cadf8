    AND list_contains(getvariable('check_types'), check_type)
