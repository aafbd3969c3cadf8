    AND list_contains(getvariable('providers'), provider)
