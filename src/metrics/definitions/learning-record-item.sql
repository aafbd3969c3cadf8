-- Records on the items they name, and how many these are.
learning_record AS (SELECT *, item_count AS lines_of_record FROM line_record WHERE line <> 0)
