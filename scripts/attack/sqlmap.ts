// sqlmap on every address that takes something from whoever asks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Obstacle } from "../say";
import { serveControl } from "./control";
import { lastWords, provide, runTool } from "./debian";
import type { Finding, Report, Victim } from "./finding";
import { checkSignedIn } from "./session";

const flags = ["--batch", "--level", "--risk", "--technique", "--dbms", "--output-dir", "--timeout"];
const minutesInAll = 20;

type Request = { path: string; method?: string; body?: string; type?: string };

/** A `*` marks what sqlmap changes; without one it changes every parameter in turn. */
function requests({
  device,
  ids: { contact, interaction, credential_check: check, recommendation },
}: Victim): Request[] {
  const json = "application/json";
  const values = { contactIds: [contact], kind: "IN_PERSON", day: "2026-11-02*", depth: "NORMAL", notes: "x*" };
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
    { path: "/setup?token=x*" }, // by its name it would be taken for a token against forgery, and left alone
    { path: "/api/search", method: "POST", body: '{"q":"ada*"}', type: json },
    { path: "/api/search/peek", method: "POST", body: `{"contactId":"${contact}*"}`, type: json },
    { path: "/api/outbox", method: "POST", body: JSON.stringify({ owner: device, values }), type: json },
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
  await checkSignedIn(victim);
  await findControl(victim, folder);
  const { address, cookie } = victim;
  const all = requests(victim);
  const deadline = performance.now() + minutesInAll * 60_000;
  const found: Finding[] = [];
  let through = 0;
  let parameters = 0;
  for (const request of all) {
    const minutes = (deadline - performance.now()) / 60_000;
    if (minutes < 0.1) break;
    const { where, tested, injectable, ended } = await attack(address, request, { folder, minutes, cookie });
    for (const what of injectable) found.push({ tool: "sqlmap", what, where });
    if (!ended) continue;
    through += 1;
    parameters += tested;
    if (tested === 0) found.push({ tool: "sqlmap", what: "no parameter was tested", where });
  }
  if (through < all.length)
    found.push({ tool: "sqlmap", what: "not through in time", where: `${through} of ${all.length} requests` });
  await checkSignedIn(victim); // to the end
  return {
    found,
    did: `${parameters} parameters of ${through} requests, boolean, error and time-based; the control found`,
  };
}

/** A parameter that can be injected has to be found, or nothing else it says counts. */
async function findControl({ adminUrl }: Victim, folder: string): Promise<void> {
  const control = await serveControl(adminUrl);
  try {
    const { injectable, said } = await attack(control.address, { path: "/item?id=1" }, { folder, minutes: 5 });
    if (injectable.length === 0)
      throw new Obstacle("sqlmap didn't find what can be injected: it doesn't work here.", lastWords(said));
  } finally {
    control.stop();
  }
}

type Means = { folder: string; minutes: number; cookie?: Victim["cookie"] };

async function attack(address: string, { path, method = "GET", body = "", type }: Request, means: Means) {
  const { folder, minutes, cookie } = means;
  const { host, origin } = new URL(address);
  const file = join(folder, "request.txt");
  const head = [
    ...[`${method} ${path} HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`],
    ...(cookie ? [`Cookie: ${cookie.name}=${cookie.value}`] : []),
    ...(type ? [`Content-Type: ${type}`] : []),
  ];
  writeFileSync(file, `${head.join("\r\n")}\r\n\r\n${body}`);
  const { said, ended } = await runTool(
    "sqlmap",
    [
      // Else it takes a standard input that is no terminal for a list of addresses, finds none in it, and is content.
      ...["-r", file, "--ignore-stdin", "--batch", "--flush-session", "--level", "1", "--risk", "1"],
      ...["--technique", "BET", "--dbms", "PostgreSQL", "--threads", "2", "--timeout", "20"],
      ...["--ignore-code", "400,401,404,409,422"], // a refusal is an answer like any other
      // Pages are compared by what one reads on them: comparing 130 kB of markup takes it longer than asking does.
      ...[
        "--text-only",
        "--disable-coloring",
        "--skip",
        "cookie,user-agent,referer,host",
        "--output-dir",
        join(folder, "sqlmap"),
      ],
    ],
    { minutes, home: folder },
  );
  const injectable = [...said.matchAll(/^(?:.*\] )?(Parameter: .*)$/gm)].map(([, what = ""]) => what);
  const tested = new Set(said.match(/testing for SQL injection on .*/g)).size;
  return { where: `${method} ${path}`, tested, injectable, ended, said };
}
