// Whether a plan of Postgres reads each owned table for a named owner alone. A database that is spread by owner_id needs that to
// ask one machine; an index that starts with owner_id, to read only what is theirs.

/** Of EXPLAIN (FORMAT JSON). */
export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  Alias?: string;
  Plans?: PlanNode[];
  [detail: string]: unknown;
};

/** The column by which a table belongs to an owner: owner_id of an owned one, user_id or id of an account's. */
export type OwnerColumns = ReadonlyMap<string, string>;

const conditions = ["Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter"];
/** Stands for whoever is named by something else than a table. */
const named = "";

/**
 * The owned tables that are read without an owner, as "table (alias)". One is named by a constant, a parameter or the setting; by
 * a row from elsewhere (a transition table, a function, a CTE, whose own scans are in the plan too); or by being the same as
 * that of another table of which this is true.
 */
export function readWithoutOwner(plan: PlanNode, columns: OwnerColumns): string[] {
  const nodes = nodesOf(plan);
  const tables = new Map(
    nodes.flatMap((node) => {
      const { Alias: alias, "Relation Name": table } = node;
      return isScan(node) && alias && table ? [[alias, table] as const] : [];
    }),
  );
  const same = new Groups();
  for (const node of nodes) {
    for (const condition of conditions) {
      const text = node[condition];
      if (typeof text !== "string") continue;
      for (const sides of equalities(text)) {
        const [left, right] = sides.map((side) => whose(side, node.Alias));
        if (left !== undefined && right !== undefined) same.join(left, right);
      }
    }
  }
  return [...tables]
    .filter(([alias, table]) => columns.get(table) === "owner_id" && !same.has(alias, named))
    .map(([alias, table]) => (alias === table ? table : `${table} (${alias})`));

  /** The alias whose owner it is, or `named`; undefined for what says nothing of an owner: another column of a table. */
  function whose(expression: string, scanned: string | undefined): string | undefined {
    const [, qualifier, column] = /^(?:(\w+)\.)?([a-z_]\w*)$/.exec(expression) ?? [];
    if (column === undefined) return readsTable(expression) ? undefined : named;
    const alias = qualifier ?? scanned ?? "";
    const table = tables.get(alias);
    if (table === undefined) return named;
    return columns.get(table) === column ? alias : undefined;
  }

  function readsTable(expression: string): boolean {
    return [...expression.matchAll(/\b(\w+)\.[a-z_]/g)].some(([, alias = ""]) => tables.has(alias));
  }
}

/** The tables that a plan reads. */
export const tablesRead = (plan: PlanNode): string[] =>
  nodesOf(plan).flatMap((node) => (isScan(node) ? (node["Relation Name"] ?? []) : []));

const isScan = (node: PlanNode) => node["Node Type"].endsWith("Scan");

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What has to be equal for the condition to hold: both of "((a = 1) AND (b = 2))", neither of "((a = 1) OR (b = 2))". */
export function equalities(condition: string): [string, string][] {
  const text = unwrap(condition);
  const parts = split(text, " AND ");
  if (parts.length > 1) return parts.flatMap(equalities);
  const [left, right, ...more] = split(text, " = ");
  if (left === undefined || right === undefined || more.length > 0) return [];
  if (split(text, " OR ").length > 1 || /^(ANY|ALL) \(/.test(right)) return [];
  return [[unwrap(left), unwrap(right)]];
}

/** Without brackets that are around all of it. */
function unwrap(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  const end = depths(text).findIndex(({ depth }) => depth === 0);
  return end === text.length - 1 ? unwrap(text.slice(1, -1)) : text;
}

/** The parts between separators that stand in neither brackets nor quotes. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const [place, { depth, quoted }] of depths(text).entries()) {
    if (depth > 0 || quoted || place < from || !text.startsWith(separator, place)) continue;
    parts.push(text.slice(from, place));
    from = place + separator.length;
  }
  return [...parts, text.slice(from)];
}

/** For each character, how many brackets are open after it, and whether it is quoted. */
function depths(text: string): { depth: number; quoted: boolean }[] {
  let [depth, quote] = [0, ""];
  return text.split("").map((char) => {
    if (quote === "" && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = "";
    else if (quote === "") depth += char === "(" ? 1 : char === ")" ? -1 : 0;
    return { depth, quoted: quote !== "" };
  });
}

/** Who is the same as whom. */
class Groups {
  readonly #next = new Map<string, string>();

  join(one: string, other: string) {
    const [from, to] = [this.#last(one), this.#last(other)];
    if (from !== to) this.#next.set(from, to);
  }

  has(one: string, other: string): boolean {
    return this.#last(one) === this.#last(other);
  }

  #last(of: string): string {
    const next = this.#next.get(of);
    return next === undefined ? of : this.#last(next);
  }
}
