-- Records on their check type: a record has one.
learning_record AS (SELECT *, 1 AS lines_of_record FROM line_record WHERE line <> 0)
