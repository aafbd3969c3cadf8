-- Where the scope asks neither for items nor for values of columns, every line is looked at.
source AS NOT MATERIALIZED (SELECT * FROM fact)
