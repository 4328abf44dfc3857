// The one place where Vouch keeps things on this machine: database, secret, logs, and who is running.
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
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

/** A log's path; what a former run wrote is kept once, as .old, when it has grown past 5 MB. */
export function logFile(dataDir: string, name: string): string {
  const path = join(dataDir, "logs", `${name}.log`);
  if (existsSync(path) && statSync(path).size > 5_000_000) renameSync(path, `${path}.old`);
  return path;
}
