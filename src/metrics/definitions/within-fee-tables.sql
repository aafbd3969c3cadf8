    AND list_contains(getvariable('fee_tables'), fee_table)
