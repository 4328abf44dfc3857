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

const ofScans = ["Index Cond", "Recheck Cond", "Filter"];
const ofJoins = ["Hash Cond", "Merge Cond", "Join Filter"];
/** Whose rows a join's condition narrows down: an outer join, or one for what isn't there, keeps all of the other side. */
const narrowed: Record<string, readonly string[]> = {
  ...{ Inner: ["Outer", "Inner"], Semi: ["Outer", "Inner"], "Right Semi": ["Outer", "Inner"] },
  ...{ Left: ["Inner"], Anti: ["Inner"], Right: ["Outer"], "Right Anti": ["Outer"], Full: [] },
};
/** Stands for whoever is named by something else than a table. */
const named = "";

/**
 * The owned tables that are read without an owner, as "table (alias)". One is named by a constant, a parameter or the setting; by
 * a row from elsewhere (a transition table, a function, a CTE, whose own scans are in the plan too); or by having to be the same
 * as that of another table of which this is true.
 */
export function readWithoutOwner(plan: PlanNode, columns: OwnerColumns): string[] {
  const nodes = nodesOf(plan);
  const tables = new Map(
    nodes.flatMap((node) => {
      const { Alias: alias, "Relation Name": table } = node;
      return isScan(node) && alias && table ? [[alias, table] as const] : [];
    }),
  );
  const follows = new Map<string, string[]>();
  for (const node of nodes) {
    const aliases = isScan(node) ? [node.Alias ?? ""] : aliasesNarrowed(node);
    for (const condition of isScan(node) ? ofScans : ofJoins) {
      const text = node[condition];
      if (typeof text !== "string") continue;
      for (const [left, right] of equalities(text)) {
        const [a, b] = [whose(left, node.Alias), whose(right, node.Alias)];
        if (a === undefined || b === undefined) continue;
        if (aliases.includes(b)) follows.set(a, [...(follows.get(a) ?? []), b]);
        if (aliases.includes(a)) follows.set(b, [...(follows.get(b) ?? []), a]);
      }
    }
  }
  const reached = reachedFrom(named, follows);
  return [...tables]
    .filter(([alias, table]) => columns.get(table) === "owner_id" && !reached.has(alias))
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

/**
 * What has to be equal for the condition to hold: both of "((a = 1) AND (b = 2))", neither of "((a = 1) OR (b = 2))", and
 * what all parts of an OR ask for, as of a row that is found by either of two indexes.
 */
export function equalities(condition: string): [string, string][] {
  const text = unwrap(condition);
  const parts = split(text, " AND ");
  if (parts.length > 1) return parts.flatMap(equalities);
  const [either = [], ...ors] = split(text, " OR ").map((part) => (part === text ? [] : equalities(part)));
  if (ors.length > 0)
    return either.filter((pair) => ors.every((others) => others.some((one) => String(one) === String(pair))));
  const [left, right, ...more] = split(text, " = ");
  if (left === undefined || right === undefined || more.length > 0) return [];
  if (/^(ANY|ALL) \(/.test(right)) return [];
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

/** The tables on those sides of a join that its condition narrows down. */
function aliasesNarrowed({ Plans: children = [], "Join Type": type }: PlanNode): string[] {
  const sides = narrowed[String(type)] ?? [];
  return children
    .filter((child) => sides.includes(String(child["Parent Relationship"])))
    .flatMap((child) => nodesOf(child).flatMap(({ Alias: alias }) => alias ?? []));
}

function reachedFrom(start: string, follows: ReadonlyMap<string, string[]>): Set<string> {
  const reached = new Set<string>();
  for (const next = [start]; next.length > 0; ) {
    const at = next.pop() as string;
    if (!reached.has(at)) next.push(...(follows.get(at) ?? []));
    reached.add(at);
  }
  return reached;
}
