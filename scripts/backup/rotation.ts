// Which backups stay: the newest of each of the last days, weeks and months that have one. Pure.

export type Keep = { days: number; weeks: number; months: number };

const pattern = /^vouch-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** The name of a backup made at this moment; colons aren't allowed everywhere. */
export function backupName(at: Date): string {
  return `vouch-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`;
}

/** When a file of this name was made; undefined for any other file. */
export function madeAt(name: string): Date | undefined {
  const [, day, hour, minute, second] = pattern.exec(name) ?? [];
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The names that may go. Files that aren't named like a backup are nobody's business here; the newest always stays. */
export function outdated(names: string[], keep: Keep): string[] {
  const backups = names
    .flatMap((name) => {
      const at = madeAt(name);
      return at ? [{ name, at }] : [];
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime());
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

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => at.toISOString().slice(0, 7);

/** By its Monday. */
function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return dayOf(monday);
}
