DROP TABLE bench.many_notes;
DROP TABLE bench.notes;
DROP SCHEMA bench;
