    AND NOT excluded::BOOLEAN
