// npm run bench:scale [-- --bytesPerOwner 3300000 …]: how many machines a million and a hundred million owners take, from the
// figures of bench/scale/measured.ts, any of which can be given otherwise; and, drawn request by request, what the model assumes
// about caches and shards.
import { parseArgs } from "node:util";
import { runCommand } from "../scripts/command";
import { Obstacle, say } from "../scripts/say";
import { measured, plant } from "./scale/measured";
import { keptByLru, size } from "./scale/model";
import { simulateLru, simulateShards } from "./scale/simulate";
import { shareOfTop } from "./scale/zipf";
import { table } from "./table";

const sizes = [1e6, 1e8];
const names = Object.keys(measured) as (keyof typeof measured)[];

await runCommand(
  async () => {
    const figures = { ...measured, ...given() };
    say(
      `${table(
        ["figure", "value"],
        Object.entries(figures).map(([name, value]) => [name, count(value)]),
      )}\n`,
    );

    const sized = sizes.map((owners) => size({ ...figures, owners }, plant));
    type Sized = (typeof sized)[number];
    const line = (what: string, of: (one: Sized) => string) => [what, ...sized.map(of)];
    say(
      table(
        ["owners", ...sizes.map(count)],
        [
          line("requests a day of the most active one", ({ mostActive }) => count(mostActive)),
          line("pages read a second, at the peak", ({ reads }) => count(reads)),
          line("writes a second, at the peak", ({ writes }) => count(writes)),
          line("write-ahead log a second", ({ walPerSecond }) => bytes(walPerSecond)),
          line("cores for Postgres", ({ databaseCores }) => count(databaseCores)),
          line("cores for the application", ({ applicationCores }) => count(applicationCores)),
          line("disk, each copy", ({ diskBytes }) => bytes(diskBytes)),
          line("owners who make that share of use", ({ hotOwners }) => count(hotOwners)),
          line("memory for them", ({ memoryBytes }) => bytes(memoryBytes)),
          line("what decides the number of databases", ({ bound }) => bound),
          line("databases", ({ primaries }) => count(primaries)),
          line("database servers, standbys included", ({ databases }) => count(databases)),
          line("application servers", ({ servers }) => count(servers)),
          line("euros a month", ({ price }) => count(price)),
          line("euros a month, an owner", ({ pricePerOwner }) => pricePerOwner.toFixed(4)),
        ],
      ),
    );

    const { exponent } = figures;
    const kept = [0.01, 0.05, 0.2, 0.5];
    say(
      `\n${table(
        ["in memory, of 100,000 owners", "the most active", "the last asked for, by formula", "drawn"],
        kept.map((share) => [
          `${share * 100} %`,
          percent(shareOfTop(share * 1e5, 1e5, exponent)),
          percent(keptByLru(share * 1e5, 1e5, exponent)),
          percent(simulateLru(share * 1e5, 1e5, exponent, 1_000_000)),
        ]),
      )}\n`,
    );
    say(
      table(
        ["shards", ...sizes.map((owners) => `busiest ÷ mean, ${count(owners)} owners`)],
        [16, 64, 256].map((shards) => [
          count(shards),
          ...sizes.map((owners) => `${simulateShards(shards, owners, exponent, 1_000_000).toFixed(2)}×`),
        ]),
      ),
    );
    return 0;
  },
  { whenStopped: 130 },
);

/** Throws an Obstacle that says what there is. */
function given(): Partial<typeof measured> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  const { values, tokens } = parseArgs({ options, strict: false, tokens: true });
  const usage = `There is: npm run bench:scale -- ${names.map((name) => `--${name} ${measured[name]}`).join(" ")}`;
  if (tokens.some((token) => token.kind !== "option" || !(token.name in options))) throw new Obstacle(usage);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!(Number(value) > 0)) throw new Obstacle(`--${name} is a number above 0. ${usage}`);
      return [name, Number(value)];
    }),
  );
}

function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return `${(value / 1_000 ** power).toPrecision(3)} ${units[power]}`;
}
