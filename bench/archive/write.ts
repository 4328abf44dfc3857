// Writes a made-up archive of any size, for measuring the import: archive.zip and the CSV files in it.
//   npx tsx bench/archive/write.ts <folder> [connections] [messages] [invitations]
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { messageHeader } from "../../lib/testing/linkedin-files";
import { zip } from "../../lib/testing/zip";

const [folder = "archive", connections = "30000", messages = "200000", invitations = "10000"] = process.argv.slice(2);
const dayMs = 86_400_000;
const lastDay = Date.UTC(2026, 0, 1);

// A fixed sequence: the same archive every time.
let state = 42;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const firstNames = [
  "Ada",
  "Björn",
  "Chloé",
  "Dinh",
  "Ewa",
  "Fátima",
  "Goran",
  "Hana",
  "Ibrahim",
  "Jürgen",
  "Kübra",
  "林",
];
const lastNames = ["Almeida", "Brandt, PhD", "Costa", "Dvořák", "Eriksen", "Ferreira", "García", "Hoffmann", "O’Neil"];
const words =
  "would you have time for a call next week about the plan we drew up in Oslo thanks and see you then".split(" ");

const name = (index: number) => `${firstNames[index % firstNames.length]} ${lastNames[index % lastNames.length]}`;
const address = (index: number) =>
  `https://www.linkedin.com/in/${encodeURIComponent(`${firstNames[index % firstNames.length]}-${index}`.toLowerCase())}`;
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: string[]) => `${cells.map(quoted).join(",")}\n`;
const utc = (moment: number) => `${new Date(moment).toISOString().slice(0, 19).replace("T", " ")} UTC`;

function* connectionLines() {
  yield 'Notes:\n"When exporting your connection data, some e-mail addresses are missing."\n\n';
  yield "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  for (let index = 0; index < Number(connections); index++) {
    const [first = "", ...last] = name(index).split(" ");
    const on = new Date(lastDay - Math.floor(random() * 4000) * dayMs).toUTCString().slice(5, 16);
    const email = index % 30 === 0 ? `person${index}@example.test` : "";
    if (index % 50 === 49) yield line(["", "", "", "", "", "", on]);
    else yield line([first, last.join(" "), address(index), email, `Company ${index % 900}`, "Engineer, lead", on]);
  }
}

function* messageLines() {
  yield line(messageHeader);
  const me = ["Olive Owner", "https://www.linkedin.com/in/olive-owner"] as const;
  for (let index = 0; index < Number(messages); index++) {
    // Few people get most of the messages; one in ten is no connection.
    const known = Math.floor(random() ** 3 * Number(connections));
    const other = random() < 0.1 ? known + 1_000_000 : known;
    const them = [name(other), address(other)] as const;
    const [from, to] = other < 1_000_000 && random() < 0.5 ? [me, them] : [them, me];
    const content = Array.from({ length: 5 + Math.floor(random() ** 2 * 120) }, () => pick(words)).join(" ");
    yield line([
      ...[`2-${other}`, "", from[0], from[1], to[0], to[1]],
      ...[utc(lastDay - Math.floor(random() * 2000 * dayMs)), "", `${content}\nBest, "${from[0]}"`],
      ...[random() < 0.01 ? "SPAM" : "INBOX", "", "No"],
    ]);
  }
}

function* invitationLines() {
  yield "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
  const me = ["Olive Owner", "https://www.linkedin.com/in/olive-owner"] as const;
  for (let index = 0; index < Number(invitations); index++) {
    // Half of them are connected by now; one in three came in.
    const other = index % 2 === 0 ? index : index + 2_000_000;
    const them = [name(other), address(other)] as const;
    const [from, to, direction] = index % 3 === 0 ? [them, me, "INCOMING"] : [me, them, "OUTGOING"];
    const at = new Date(lastDay - Math.floor(random() * 365) * dayMs);
    const sentAt = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear() % 100}, 10:11 AM`;
    yield line([
      from[0],
      to[0],
      sentAt,
      index % 5 === 0 ? "We met in Oslo, at the fair." : "",
      direction,
      from[1],
      to[1],
    ]);
  }
}

const files = {
  "Connections.csv": connectionLines(),
  "messages.csv": messageLines(),
  "Invitations.csv": invitationLines(),
};
mkdirSync(folder, { recursive: true });
for (const [file, lines] of Object.entries(files)) {
  await pipeline(Readable.from(lines), createWriteStream(join(folder, file)));
}
const texts = Object.keys(files).map((file) => [file, readFileSync(join(folder, file))] as const);
writeFileSync(join(folder, "archive.zip"), zip(Object.fromEntries(texts)));
console.log(
  `${connections} connections, ${messages} messages and ${invitations} invitations are in ${folder}/archive.zip.`,
);
