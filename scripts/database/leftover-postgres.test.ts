import { expect, test } from "vitest";
import { namesDirectory } from "./leftover-postgres";

test.each([
  ["/opt/pg/bin/postgres -D /srv/vouch/postgres -p 5432", true],
  ["postgres -D /srv/vouch/postgres", true],
  ["/opt/pg/bin/postgres -D /srv/vouch/postgres-old -p 5432", false],
  ["/opt/pg/bin/postgres -D /srv/vouch/postgres/inner -p 5432", false],
  ["/opt/pg/bin/postgres -D /srv/other -p 5432", false],
  ["less -D /srv/vouch/postgres", false],
  ["", false],
])("%s: ours is %s", (command, ours) => {
  expect(namesDirectory(command, "/srv/vouch/postgres")).toBe(ours);
});
