// What was sent and what was acknowledged, outside of the database and safe on the disk before anything else happens: a
// line each, written through.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** A form with what has to be in the database once it was taken; `words` stand nowhere else. */
export type Deed =
  | { kind: "meet"; id: string; words: string; contactIds: string[]; newName: string | null; followUp: boolean }
  | { kind: "add"; id: string; words: string; email: string; tag: string }
  | { kind: "edit"; id: string; words: string; contact: string };

/** How often it was sent under its key, and whether an answer ever said that it was taken. */
export type Entry = { deed: Deed; sent: number; answered: boolean };

export type Journal = ReturnType<typeof openJournal>;

export function openJournal(path: string) {
  const file = openSync(path, "a", 0o600);
  const entries = new Map<string, Entry>();
  const write = (line: unknown) => {
    writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  };
  return {
    /** In the order in which they were sent first. */
    entries: () => [...entries.values()],
    sent: (deed: Deed) => {
      write({ sent: deed });
      const entry = entries.get(deed.id) ?? { deed, sent: 0, answered: false };
      entries.set(deed.id, { ...entry, sent: entry.sent + 1 });
    },
    answered: ({ id }: Deed) => {
      write({ answered: id });
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, answered: true });
    },
    close: () => closeSync(file),
  };
}
