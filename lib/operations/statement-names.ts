// Names under which a connection keeps statements it has seen. Postgres then doesn't parse them again; and where one plan
// serves any values as well as a plan made for them, it doesn't plan them again, which is most of a page's time in there.

/** A connection may keep this many, some ten kilobytes of its memory each. What pages send is some hundreds in all … */
const mostKept = 500;
/** … but for lists of any length, which are written into longer texts and seldom seen twice. */
const longest = 10_000;

/** Answers with a statement's name, the same for the same text; "", no name, for what isn't kept. */
export function statementNames(prefix: string, most = mostKept): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most || sql.length > longest) return "";
    const name = `${prefix}_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
