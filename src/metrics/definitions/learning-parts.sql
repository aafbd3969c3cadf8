-- An application that names k lines has 1/k of its slot on each; points are given over that share of the slot.
SELECT
  application::INTEGER AS application,
  line::INTEGER AS line,
  result_month::INTEGER AS result_month,
  ending::INTEGER AS ending,
  (reduced_effect * count(*) OVER (PARTITION BY application))::DOUBLE AS effect,
  (returned_effect * count(*) OVER (PARTITION BY application))::DOUBLE AS returned_effect
FROM learning_part
ORDER BY application, line
