// The backups of one database in the directory for them: which ones go, and when.
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Keep, madeAt, newest, outdated } from "./rotation";

export const draftEnd = ".unfinished";

export class KeptBackups {
  /** The names of those that are gone. */
  readonly removed: string[] = [];

  constructor(
    private readonly directory: string,
    private readonly database: string,
    private readonly keep: Keep,
  ) {}

  /** Removes what is outdated, and what a killed backup left more than a day ago. */
  rotate(): void {
    const names = readdirSync(this.directory);
    for (const name of names.filter((name) => this.isLeftover(name))) this.remove(name);
    this.away(outdated(this.database, names, this.keep));
  }

  /** Removes what the backup `name` will outdate once it is made, but not the newest of those that are there. */
  makeRoomFor(name: string): void {
    const names = readdirSync(this.directory);
    const last = newest(this.database, names);
    this.away(outdated(this.database, [...names, name], this.keep).filter((old) => ![last, name].includes(old)));
  }

  private away(names: string[]): void {
    for (const name of names) this.remove(name);
    this.removed.push(...names);
  }

  private remove(name: string): void {
    rmSync(join(this.directory, name), { force: true });
  }

  private isLeftover(name: string): boolean {
    if (!name.endsWith(draftEnd) || !madeAt(this.database, `${name.split(".backup.")[0]}.backup`)) return false;
    const dayAgo = Date.now() - 24 * 3_600_000;
    return (statSync(join(this.directory, name), { throwIfNoEntry: false })?.mtimeMs ?? dayAgo) < dayAgo;
  }
}
