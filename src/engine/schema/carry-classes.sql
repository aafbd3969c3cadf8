UPDATE fact
SET check_type = changed_class.check_type, result = changed_class.result, upheld_cause = changed_class.upheld_cause
FROM changed_class
WHERE fact.record = changed_class.record
