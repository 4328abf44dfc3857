// npm start on data that is there: how long until somebody who is signed in has their first page, part by part.
import { signedIn } from "@/lib/testing/session";
import type { Undo } from "../../scripts/command";
import { keptSecret } from "../../scripts/data-directory";
import { asAdministrator, drillPlace, onlyOwner } from "../../scripts/drills/place";
import { start } from "../../scripts/drills/served";
import { quietly } from "../../scripts/quietly";
import { step } from "../../scripts/say";

/** Seconds each part took in one start, in the order of `parts`. */
export type Start = number[];

/** What `npm start` says at the end of each part; the last is our own request. */
const parts = [
  { what: "npm, dependencies, Postgres", said: "Database started" },
  { what: "migrations, job tables, login", said: "Database schema is up to date" },
  { what: "the build's fingerprint, Next", said: "Server started" },
  { what: "the last look at the database", said: "Ctrl-C stops it." },
  { what: "first page: Today" },
];

export const partNames = parts.map(({ what }) => what);

/** Of an owner with so many contacts and ten interactions with each; the machine has their pages in memory already. */
export async function measureStart(contacts: number, starts: number, undo: Undo): Promise<Start[]> {
  const { dataDir, port, address } = await drillPlace(undo, () => false);
  await step("Seeding", "Seeded", () =>
    quietly(
      "Seeding failed",
      [
        ...["--conditions=react-server", "scripts/seed.mjs"],
        ...["--contacts", String(contacts), "--interactions", String(contacts * 10)],
      ],
      { VOUCH_DATA_DIR: dataDir, DATABASE_URL: "" },
    ),
  );
  const first = await start(dataDir, port);
  const cookie = await asAdministrator(dataDir, async (admin) => {
    const secret = keptSecret(dataDir, "secret");
    const { name, value } = await signedIn(admin, await onlyOwner(admin), { url: address, secret });
    return `${name}=${value}`;
  });
  await first.stop();

  const measured: Start[] = [];
  while (measured.length < starts) {
    const ends: number[] = [];
    const began = performance.now();
    const served = await start(dataDir, port, {
      again: true,
      heard: (line) => line.includes(parts[ends.length]?.said ?? "\0") && ends.push(performance.now()),
    });
    const response = await fetch(address, { headers: { cookie }, redirect: "error" });
    if (!(await response.text()).includes("</html>")) throw new Error("The first page is no page.");
    ends.push(performance.now());
    if (ends.length !== parts.length) throw new Error("npm start didn't say what it says at every start.");
    measured.push(ends.map((end, part) => (end - (ends[part - 1] ?? began)) / 1000));
    await served.stop();
  }
  return measured;
}
