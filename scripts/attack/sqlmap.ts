// sqlmap on every address that takes something from whoever asks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { provide, runTool } from "./debian";
import type { Finding, Report, Victim } from "./finding";

const flags = ["--batch", "--level", "--risk", "--technique", "--dbms", "--output-dir", "--results-file", "--timeout"];
const minutesInAll = 6;

type Request = { path: string; method?: string; body?: string; type?: string };

/** A `*` marks what sqlmap changes; without one it changes every parameter in turn. */
function requests({ ids: { contact, interaction, credential_check: check, recommendation } }: Victim): Request[] {
  const json = "application/json";
  const form = "application/x-www-form-urlencoded";
  return [
    { path: "/contacts?q=ada&sort=name&order=asc&view=all&after=x&before=x" },
    { path: "/api/contacts/rows?q=company:acme+tag:a+last:%3E6m&sort=name&start=0&locate=1&limit=10" },
    { path: `/contacts/${contact}*` },
    { path: `/contacts/${contact}?show=all&older=x` },
    { path: `/contacts/${contact}/strength?at=2026-12-01&meet=2026-12-02&check=EXPERTISE` },
    { path: `/contacts/${contact}/checks/${check}*` },
    { path: "/contacts/duplicates?show=likely&before=x&with=x" },
    { path: "/connections?show=all&q=ada&sort=weakest&after=x" },
    { path: "/connections/removals?show=open&after=x" },
    { path: "/invitations?show=open&after=x&card=x" },
    { path: `/log/${interaction}*` },
    { path: "/map?company=acme&tag=a&strength=20&around=x" },
    { path: `/recommendations/${recommendation}*` },
    { path: "/recommendations/introductions?q=data&who=x&to=x&direction=GIVEN" },
    { path: "/recommendations/ledger?q=ada&sort=name&after=x" },
    { path: "/ready?view=list&contact=x&after=x" },
    { path: "/login?next=/contacts" },
    { path: "/setup?token=x" },
    { path: "/api/search", method: "POST", body: '{"q":"ada*"}', type: json },
    { path: "/api/search/peek", method: "POST", body: `{"contactId":"${contact}*"}`, type: json },
    { path: "/api/outbox", method: "POST", body: '{"owner":"x*","values":{"notes":"x*"}}', type: json },
    { path: "/api/policy/preview", method: "POST", body: "halfLifeDays=180&warmAt=4&version=1", type: form },
    { path: "/api/exports/contacts.csv", method: "POST", body: `chosen=${contact}&query=ada&except=`, type: form },
    { path: `/api/imports/${contact}*` },
    { path: `/api/imports/${contact}/errors?file=1` },
    { path: "/api/digest/off?of=x", method: "POST", body: "List-Unsubscribe=One-Click", type: form },
    { path: "/api/calendar/x*.ics" },
  ];
}

export async function sqlmap(victim: Victim, folder: string): Promise<Report> {
  await provide("sqlmap", flags);
  const output = join(folder, "sqlmap");
  const { address, cookie } = victim;
  const { host, origin } = new URL(address);
  const all = requests(victim);
  const deadline = performance.now() + minutesInAll * 60_000;
  const found: Finding[] = [];
  let through = 0;
  for (const [index, { path, method = "GET", body = "", type }] of all.entries()) {
    const left = deadline - performance.now();
    if (left < 5_000) break;
    const file = join(folder, `request-${index}.txt`);
    const head = [
      ...[`${method} ${path} HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`, `Cookie: ${cookie.name}=${cookie.value}`],
      ...(type ? [`Content-Type: ${type}`] : []),
    ];
    writeFileSync(file, `${head.join("\r\n")}\r\n\r\n${body}`);
    const { said, ended } = await runTool(
      "sqlmap",
      [
        ...["-r", file, "--batch", "--level", "1", "--risk", "1", "--technique", "BEUT", "--dbms", "PostgreSQL"],
        ...["--smart", "--threads", "2", "--timeout", "20", "--ignore-code", "401,404", "--disable-coloring"],
        ...["--skip", "cookie,user-agent,referer,host", "--output-dir", output],
      ],
      { minutes: left / 60_000, home: folder },
    );
    if (ended) through += 1;
    for (const [, what = ""] of said.matchAll(/^(?:.*\] )?(Parameter: .*)$/gm))
      found.push({ tool: "sqlmap", what, where: `${method} ${path}` });
  }
  if (through < all.length)
    found.push({ tool: "sqlmap", what: "not through in time", where: `${through} of ${all.length} requests` });
  return { found, did: `${through} of ${all.length} requests, boolean, error, union and time-based` };
}
