-- Everyone an import names is written once and decided once: with room beside each, deciding touches no index.
alter table import_person set (fillfactor = 50);
