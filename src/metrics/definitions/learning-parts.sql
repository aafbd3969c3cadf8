SELECT
  application::INTEGER AS application,
  line::INTEGER AS line,
  result_month::INTEGER AS result_month,
  ending::INTEGER AS ending,
  reduced_effect::DOUBLE AS effect,
  returned_effect::DOUBLE AS returned_effect
FROM learning_part
ORDER BY application, line
