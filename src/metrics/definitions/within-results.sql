    AND list_contains(getvariable('results'), result)
