    AND NOT listed::BOOLEAN
