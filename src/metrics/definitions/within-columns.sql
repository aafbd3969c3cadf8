    AND record IN (SELECT record FROM filtered_record)
