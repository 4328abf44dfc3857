// What the owner said a table's columns are, remembered for the next file with the same columns in any order.
import { ownColumns } from "../file/csv-out";
import { dateOrder } from "../file/date-order";
import { sourceId } from "../file/source-id";
import { comparable } from "./comparable";
import { type Column, isTarget, type Target } from "./targets";

/** `isOwners`: said by the owner, now or for an earlier file; otherwise only guessed. */
export type KnownTargets = { targets: Target[]; isOwners: boolean };

/** What was said: a column's name, numbered where there are several of it, to what it is. */
export type RememberedColumns = Record<string, string>;

/** The id under which a header set is remembered: the same for the same names, however written and ordered. */
export function headerId(names: readonly string[]): string {
  return sourceId([
    "columns",
    ...numbered(names)
      .filter((name) => name !== null)
      .sort(),
  ]);
}

export function toRemember(names: readonly string[], targets: readonly Target[]): RememberedColumns {
  const columns: RememberedColumns = {};
  for (const [index, name] of numbered(names).entries()) if (name !== null) columns[name] = targets[index] ?? "ignore";
  return columns;
}

export function recalled(names: readonly string[], columns: RememberedColumns): Target[] {
  return numbered(names).map((name) => {
    const target = name === null ? undefined : columns[name];
    return target !== undefined && isTarget(target) ? target : "ignore";
  });
}

/** `rows` are the first of the table: they show how it writes dates. */
export function columnsOf(targets: readonly Target[], rows: readonly (readonly string[])[]): Column[] {
  return targets.map((target, index) => {
    if (target !== "connectedOn") return { target };
    const values = rows.map((cells) => cells[index] ?? "");
    return { target, dates: dateOrder(values, true) };
  });
}

/** Each name as it can be compared and told from its like; null for the columns Vouch put there itself. */
function numbered(names: readonly string[]): (string | null)[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (ownColumns.includes(name)) return null;
    const plain = comparable(name);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return `${plain}#${count}`;
  });
}
