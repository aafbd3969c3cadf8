    AND record IN (SELECT record FROM fact WHERE list_contains(getvariable('items'), item))
