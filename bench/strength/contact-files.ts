// The public contact data: which sets there are, what their files hold, and how they are read. The files stay outside
// the repository; docs/strength.md says whose they are.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Obstacle } from "../../scripts/say";

/** One contact between two people: who began it, when (whole seconds from the set's zero), and how. */
export type Touch = { at: number; from: number; to: number; how: "call" | "missed" | "message" };

type ContactFile = {
  name: string;
  columns: readonly string[];
  separator: "," | " ";
  /** The first line names the columns. */
  header: boolean;
  touch: (row: readonly number[]) => Touch;
};

export type ContactSet = {
  name: string;
  source: string;
  files: readonly ContactFile[];
  /** Day 0 begins at the first touch instead of at second 0. */
  startsAtFirst: boolean;
  /** The days at whose beginning every pair seen before is scored, and how many days count as "again" after that. */
  cutDays: readonly number[];
  windowDays: number;
};

const pairedWithTime = { separator: " ", header: false, columns: ["sender", "recipient", "seconds"] } as const;
const message = ([from = 0, to = 0, at = 0]: readonly number[]): Touch => ({ at, from, to, how: "message" });

export const contactSets: readonly ContactSet[] = [
  {
    name: "Copenhagen calls and texts",
    source: "Copenhagen Networks Study (Sapiezynski, Stopczynski, Lassen, Lehmann, 2019)",
    files: [
      {
        name: "copenhagen-calls.csv",
        columns: ["timestamp", "caller", "callee", "duration"],
        separator: ",",
        header: true,
        touch: ([at = 0, from = 0, to = 0, duration = 0]) => ({ at, from, to, how: duration > 0 ? "call" : "missed" }),
      },
      {
        name: "copenhagen-sms.csv",
        columns: ["timestamp", "sender", "recipient"],
        separator: ",",
        header: true,
        touch: ([at = 0, from = 0, to = 0]) => ({ at, from, to, how: "message" }),
      },
    ],
    startsAtFirst: false,
    cutDays: [10, 14, 18],
    windowDays: 7,
  },
  {
    name: "EU institution e-mail",
    source: "SNAP's email-Eu-core-temporal (Paranjape, Benson, Leskovec, 2017)",
    files: [{ name: "email-Eu-core-temporal.txt", ...pairedWithTime, touch: message }],
    startsAtFirst: false,
    cutDays: [60, 90, 110],
    windowDays: 30,
  },
  {
    name: "College messages",
    source: "SNAP's CollegeMsg (Panzarasa, Opsahl, Carley, 2009)",
    files: [{ name: "college-messages.txt", ...pairedWithTime, touch: message }],
    startsAtFirst: true,
    cutDays: [30, 60, 90],
    windowDays: 30,
  },
];

/** What to fetch, for who has no data yet. */
export function whatToFetch(): string {
  return contactSets
    .map(({ name, source, files }) =>
      [
        `${name}: ${source}`,
        ...files.map(
          ({ name, columns, separator, header }) =>
            `  ${name}: ${columns.join(separator)}${header ? ", as its first line says" : ", without a first line that says so"}`,
        ),
      ].join("\n"),
    )
    .join("\n");
}

/** The set's touches in time order, or the name of the first file that is not in the folder. */
export function readContactSet(set: ContactSet, folder: string): Touch[] | { missing: string } {
  const missing = set.files.find(({ name }) => !existsSync(join(folder, name)));
  if (missing) return { missing: missing.name };
  const touches = set.files.flatMap((file) => parseContactFile(file, readFileSync(join(folder, file.name), "utf8")));
  touches.sort((a, b) => a.at - b.at);
  const zero = set.startsAtFirst ? (touches[0]?.at ?? 0) : 0;
  return touches.map((touch) => ({ ...touch, at: touch.at - zero }));
}

/** Every line as a touch; throws an Obstacle that names the file and the line it can't read. Nobody contacts oneself. */
export function parseContactFile(file: ContactFile, text: string): Touch[] {
  const { name, columns, separator, header } = file;
  const lines = text.split(/\r?\n/);
  if (header && lines[0]?.trim() !== columns.join(separator)) {
    throw new Obstacle(`${name}, line 1: it should be “${columns.join(separator)}”.`);
  }
  const touches: Touch[] = [];
  for (const [index, line] of lines.entries()) {
    if ((header && index === 0) || line.trim() === "") continue;
    const cells = line.trim().split(separator);
    const row = cells.map(Number);
    if (cells.length !== columns.length || cells.includes("") || !row.every(Number.isSafeInteger)) {
      const shape = `${columns.length} whole numbers (${columns.join(", ")})`;
      throw new Obstacle(`${name}, line ${index + 1}: there should be ${shape}, and it says “${line.slice(0, 80)}”.`);
    }
    const touch = file.touch(row);
    if (touch.at < 0) throw new Obstacle(`${name}, line ${index + 1}: ${touch.at} lies before the file's beginning.`);
    if (touch.from !== touch.to) touches.push(touch);
  }
  return touches;
}
