// The one place where Vouch keeps things on this machine: database, secret, logs, and who is running.
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Obstacle } from "./say";

export const runsAsRoot = process.getuid?.() === 0;

const readme = `This directory holds Vouch's data: the database (postgres/), the secret that signs sessions, backups, and logs.
Keep it private; don't edit it by hand. Keep copies of backups/ and of the file secret on another disk.
`;

/** Makes the directory where it is missing. One that holds somebody else's files is left alone. */
export function openDataDirectory(path: string) {
  const mark = join(path, "README.txt");
  try {
    mkdirSync(path, { recursive: true });
    if (!existsSync(mark)) {
      if (readdirSync(path).length > 0) {
        throw new Obstacle(
          `${path} already holds other files. Give VOUCH_DATA_DIR a new or empty directory, and Vouch keeps its data there.`,
        );
      }
      // Root's Postgres runs as another user, who has to pass through; without a list, there is nothing to see.
      chmodSync(path, runsAsRoot ? 0o711 : 0o700);
      writeFileSync(mark, readme, { mode: 0o600 });
    }
    mkdirSync(join(path, "logs"), { recursive: true, mode: 0o700 });
  } catch (error) {
    if (error instanceof Obstacle) throw error;
    throw new Obstacle(`Vouch can't use ${path} for its data: ${(error as Error).message}.`);
  }
}

/** The text of a secret kept in the directory, made at first use: 256 random bits, readable by nobody else. */
export function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  if (!existsSync(path)) writeWhole(path, randomBytes(32).toString("base64url"));
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32) throw new Obstacle(`${path} is damaged: it should hold at least 32 characters.`);
  return secret;
}

/** Writes a private file so that it is there whole or not at all, whenever this process may die. */
export function writeWhole(path: string, text: string) {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

/** A log's path. Whoever writes there has to append: it is emptied once in a while. */
export function logFile(dataDir: string, name: string): string {
  const path = join(dataDir, "logs", `${name}.log`);
  emptyLarge(path);
  return path;
}

/** Empties each log that has grown past 5 MB; what it held is kept once, as .old. */
export function emptyLargeLogs(dataDir: string) {
  const logs = join(dataDir, "logs");
  for (const name of readdirSync(logs)) if (name.endsWith(".log")) emptyLarge(join(logs, name));
}

/** Copied rather than moved: a program that is running writes on to the file it has. A line of this very moment may be lost. */
function emptyLarge(path: string) {
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size <= 5_000_000) return;
  copyFileSync(path, `${path}.old`);
  truncateSync(path);
}
