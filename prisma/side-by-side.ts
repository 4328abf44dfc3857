// Whether a migration leaves the release before it at work: while servers are started anew one after the other, that one goes
// on reading and writing. Expand first; contract when no release in use needs it any more (docs/decisions/030).

/** Given in a comment right before a statement that contracts: the first release that doesn't use what goes. */
const contract = /--\s*contract: no release uses this since (\d+\.\d+\.\d+)\s*$/i;

export type Break = { statement: string; why: string; unusedSince: string | undefined };

/** What in the migration the release before it would trip over. A heuristic: it reads words, and nobody's intentions. */
export function breaks(sql: string): Break[] {
  const statements = statementsOf(sql);
  const made = new Set(statements.flatMap(({ words }) => createdBy(words) ?? []));
  return statements.flatMap(({ words, unusedSince }) =>
    whyNot(words, made).map((why) => ({ statement: words.slice(0, 120), why, unusedSince })),
  );
}

type Statement = { words: string; unusedSince: string | undefined };

/** Each statement without comments, texts and bodies of functions, in small letters and on one line. */
function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let [words, unusedSince]: [string, string | undefined] = ["", undefined];
  const parts = /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|e?'(?:[^']|'')*'|;|[^-/$e';]+|[\s\S]/gi;
  for (const [part] of sql.matchAll(parts)) {
    if (part.startsWith("--")) unusedSince = contract.exec(part)?.[1] ?? unusedSince;
    else if (/^(\/\*|\$\w*\$|e?')/i.test(part) && part.length > 1) words += " '' ";
    else if (part !== ";") words += part;
    else {
      statements.push({ words: clean(words), unusedSince });
      [words, unusedSince] = ["", undefined];
    }
  }
  return [...statements, { words: clean(words), unusedSince }].filter(({ words }) => words !== "");
}

const clean = (words: string) => words.replaceAll('"', "").replace(/\s+/g, " ").trim().toLowerCase();

const kinds = "table|view|materialized view|function|type|domain|trigger|index|sequence|schema|policy";
const creation = new RegExp(
  `^create (?:or replace )?(?:unique )?(${kinds}) (?:concurrently )?(?:if not exists )?([\\w.]+)`,
);
const removal = new RegExp(`^drop (${kinds}) (?:concurrently )?(?:if exists )?([\\w.]+)`);

function createdBy(words: string): string | undefined {
  const [, kind, name] = creation.exec(words) ?? [];
  return kind && `${kind} ${name}`;
}

/** Whose absence no server notices. */
const unnoticed = new Set(["index", "trigger", "policy"]);

function whyNot(words: string, made: ReadonlySet<string>): string[] {
  const [, kind = "", name] = removal.exec(words) ?? [];
  if (kind && !unnoticed.has(kind) && !made.has(`${kind} ${name}`)) return [`drops the ${kind} ${name}`];
  if (/^create unique index/.test(words)) {
    const [, table] = / on (?:only )?([\w.]+)/.exec(words) ?? [];
    return made.has(`table ${table}`) ? [] : [`refuses what the release before may write to ${table}`];
  }
  if (/^(revoke|truncate)\b/.test(words) && !/ from public$/.test(words))
    return ["takes away what the release before may use"];
  if (/^alter (view|type|function|sequence|index|schema) .* rename /.test(words)) return ["renames"];
  const [, table, actions] = /^alter table (?:if exists )?(?:only )?([\w.]+) (.*)$/.exec(words) ?? [];
  if (!table || !actions || made.has(`table ${table}`)) return [];
  return apart(actions).flatMap((action) => whyNotAltered(action) ?? []);
}

function whyNotAltered(action: string): string | undefined {
  if (/^drop (column )?(?!constraint|default|not null|expression|identity)/.test(action)) return "drops a column";
  if (/^rename\b/.test(action)) return "renames";
  if (/^alter (column )?\w+ (set data )?type\b/.test(action)) return "changes a column's type";
  if (/^alter (column )?\w+ set not null/.test(action)) return "refuses rows of the release before";
  if (/^alter (column )?\w+ drop default/.test(action)) return "refuses rows of the release before";
  if (/^add (constraint|check|unique|foreign key|exclude|primary key)\b/.test(action))
    return "refuses what the release before may write";
  if (/^add (column )?/.test(action) && / not null/.test(action) && !/ (default|generated) /.test(action))
    return "adds a column that the release before doesn't fill";
  return undefined;
}

/** At commas that stand in no bracket. */
function apart(actions: string): string[] {
  const found = [""];
  let depth = 0;
  for (const sign of actions) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((action) => action.trim());
}
