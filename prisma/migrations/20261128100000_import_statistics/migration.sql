-- Nothing is ever looked up by what a row says: its statistics took most of the time of taking any.
alter table "import_row"
  alter column "fields" set statistics 0,
  alter column "cells" set statistics 0,
  alter column "changes" set statistics 0,
  alter column "people" set statistics 0,
  alter column "candidates" set statistics 0;
