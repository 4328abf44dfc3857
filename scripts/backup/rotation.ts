// Which backups stay: the newest of each of the last days, weeks and months that have one. Pure.

export type Keep = { days: number; weeks: number; months: number };

const pattern = /^vouch-([0-9a-f]{12})-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** The name of a backup of this database (database-id.ts) made at this moment; colons aren't allowed everywhere. */
export function backupName(database: string, at: Date): string {
  return `vouch-${database}-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`;
}

/** When a backup of this database with this name was made; undefined for any other file, and for another database's. */
export function madeAt(database: string, name: string): Date | undefined {
  const [, whose, day, hour, minute, second] = pattern.exec(name) ?? [];
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return whose !== database || Number.isNaN(at.getTime()) ? undefined : at;
}

/** The newest of this database's backups, by name; undefined where there is none. */
export function newest(database: string, names: string[]): string | undefined {
  return backupsAmong(database, names)[0]?.name;
}

/**
 * The names that may go. Files that aren't named like a backup of this database are nobody's business here: several may share
 * a directory. The newest always stays.
 */
export function outdated(database: string, names: string[], keep: Keep): string[] {
  const backups = backupsAmong(database, names);
  const stays = new Set(backups.slice(0, 1).map(({ name }) => name));
  for (const [most, periodOf] of [
    [keep.days, dayOf],
    [keep.weeks, weekOf],
    [keep.months, monthOf],
  ] as const) {
    const newest = new Map<string, string>();
    for (const { name, at } of backups) if (!newest.has(periodOf(at))) newest.set(periodOf(at), name);
    for (const name of [...newest.values()].slice(0, most)) stays.add(name);
  }
  return backups.map(({ name }) => name).filter((name) => !stays.has(name));
}

/** From the newest to the oldest. */
function backupsAmong(database: string, names: string[]): { name: string; at: Date }[] {
  return names
    .flatMap((name) => {
      const at = madeAt(database, name);
      return at ? [{ name, at }] : [];
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => at.toISOString().slice(0, 7);

/** By its Monday. */
function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return dayOf(monday);
}
