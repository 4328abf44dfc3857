// What people wrote is in no log: whatever was typed and uploaded is looked for in it, word for word.
import { existsSync, readFileSync } from "node:fs";
import { type Client, escapeIdentifier } from "pg";
import { withClient } from "../database/with-client";

/** What is wrong with the log after the journeys, in a sentence; undefined where it holds no word of theirs. */
export async function wordsIn(log: string, adminUrl: string): Promise<string | undefined> {
  const written = existsSync(log) ? withoutItsOwn(readFileSync(log, "utf8")) : "";
  if (!written.trim()) return "The server has no log that could be looked through.";
  const told = (await withClient(adminUrl, wordsOfAll)).filter((words) => written.includes(words.toLowerCase()));
  if (told.length === 0 && !written.includes("@example.")) return undefined;
  return `The server's log holds what somebody wrote: ${told.join(", ") || "an e-mail address"}.`;
}

/** Each different line once, without what only tells one request from another: there is much less to look through. */
function withoutItsOwn(log: string): string {
  const lines = log.split("\n").map((line) => line.replace(/"(at|request)":"[^"]*"|"ms":\d+/g, ""));
  return [...new Set(lines)].join("\n").toLowerCase();
}

/** Of every column that an owner's words may stand in. A single word could be anybody's, the log's own as well. */
async function wordsOfAll(client: Client): Promise<string[]> {
  const { rows: columns } = await client.query<{ source: string; column_name: string; type: string }>(
    `select source, column_name, type from written_columns()
     union all values ('app_user', 'email', 'text'), ('app_user', 'name', 'text')`,
  );
  const found = new Set<string>();
  for (const { source, column_name, type } of columns) {
    const column = escapeIdentifier(column_name);
    const words =
      type === "text[]"
        ? `unnest(${column})`
        : type === "jsonb"
          ? `jsonb_path_query(${column}, 'strict $.** ? (@.type() == "string")') #>> '{}'`
          : column;
    const { rows } = await client.query<{ words: string | null }>(
      `select distinct ${words} as words from ${escapeIdentifier(source)}`,
    );
    for (const { words } of rows) if (/\S \S|@/.test(words ?? "")) found.add(words as string);
  }
  return [...found];
}
