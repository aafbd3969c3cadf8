    AND (getvariable('region') = 'in') = (prefecture = 0 OR prefecture = getvariable('own_prefecture'))
