import { readFileSync } from "node:fs";
import { Obstacle } from "../say";
import type { Settings } from "../settings";

const shortest = 12;

/** What backups are encrypted with, if with anything. Never an argument: those are seen by everybody on the machine. */
export function passphraseOf({ backups: { passphrase, passphraseFile } }: Settings): string | undefined {
  if (!passphraseFile) return passphrase;
  let text: string;
  try {
    text = readFileSync(passphraseFile, "utf8");
  } catch (error) {
    throw new Obstacle(`VOUCH_BACKUP_PASSPHRASE_FILE can't be read: ${(error as Error).message}.`);
  }
  const [first = ""] = text.split(/\r?\n/);
  if (first.length < shortest) {
    throw new Obstacle(
      `VOUCH_BACKUP_PASSPHRASE_FILE must hold a passphrase of at least ${shortest} characters in its first line.`,
    );
  }
  return first;
}
