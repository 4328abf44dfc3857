// wapiti: finds its own way through the pages as the signed-in owner, and attacks every form and parameter it meets.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Obstacle } from "../say";
import { serveControl } from "./control";
import { lastWords, provide, runTool } from "./debian";
import type { Finding, Report, Victim } from "./finding";
import { checkSignedIn } from "./session";

const flags = ["--scope", "--max-scan-time", "--max-attack-time", "--module", "--format", "--no-bugreport", "--header"];

/** Those that ask nobody but Vouch. */
const modules = [
  ...["blindsql", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "http_headers", "methods"],
  ...["permanentxss", "redirect", "shellshock", "sql", "xss"],
];

type Told = Record<string, { info: string; path: string; parameter: string; method: string }[]>;
type Written = { vulnerabilities: Told; anomalies: Told };

/** Fewer than this, and it has seen hardly more than the form for signing in. */
const fewest = 40;

export async function wapiti(victim: Victim, folder: string): Promise<Report> {
  const { address, cookie } = victim;
  await provide("wapiti", flags);
  await checkSignedIn(victim);
  await findControl(victim, folder);
  const { found, pages, cutOff } = await crawl(address, folder, {
    ...{ modules, scanSeconds: 240, attackSeconds: 25, minutes: 14 },
    // Nothing is left out: Debian's wapiti breaks down over --exclude under its own Python.
    more: ["-H", `Cookie: ${cookie.name}=${cookie.value}`, "-H", `Origin: ${address}`],
  });
  if (pages < fewest)
    found.push({ tool: "wapiti", what: "hardly anything seen", where: `${pages} addresses and forms` });
  await checkSignedIn(victim); // to the end
  const did = `${pages} addresses and forms, ${modules.length} kinds of attack (${cutOff} of them ended by the clock); the control found`;
  return { found, did };
}

/** What anybody could break into has to be found, or nothing else it says counts. */
async function findControl({ adminUrl }: Victim, folder: string): Promise<void> {
  const control = await serveControl(adminUrl);
  try {
    const asked = { modules: ["sql", "xss"], scanSeconds: 30, attackSeconds: 30, minutes: 5, more: [] };
    const { found, said } = await crawl(control.address, folder, asked);
    for (const kind of ["SQL Injection", "Cross Site Scripting"])
      if (!found.some(({ what }) => what.startsWith(kind)))
        throw new Obstacle(`wapiti found no ${kind} where there is one: it doesn't work here.`, lastWords(said));
  } finally {
    control.stop();
  }
}

type Asked = { modules: string[]; scanSeconds: number; attackSeconds: number; minutes: number; more: string[] };

async function crawl(address: string, folder: string, { modules, scanSeconds, attackSeconds, minutes, more }: Asked) {
  const output = join(folder, "wapiti.json");
  rmSync(output, { force: true });
  const { said } = await runTool(
    "wapiti",
    [
      ...["-u", `${address}/`, "--scope", "folder", "-m", modules.join(","), "-f", "json", "-o", output, "-v", "1"],
      ...["--max-scan-time", String(scanSeconds), "--max-attack-time", String(attackSeconds), "--depth", "4"],
      ...["--max-links-per-page", "40", "--no-bugreport", "--flush-session", "--timeout", "20"],
      ...["--store-session", join(folder, "wapiti"), ...more],
    ],
    { minutes, home: folder },
  );
  const { vulnerabilities, anomalies } = read(output, said);
  const found = [vulnerabilities, anomalies].flatMap((told) =>
    Object.entries(told).flatMap(([what, ones]) =>
      ones.map(({ info, path, parameter, method }): Finding => {
        return { tool: "wapiti", what: `${what}: ${info}`, where: `${method} ${path} ${parameter ?? ""}`.trim() };
      }),
    ),
  );
  const pages = Number(/Wapiti found (\d+) URLs and forms/.exec(said)?.[1] ?? 0);
  return { found, pages, cutOff: said.match(/Max attack time was reached/g)?.length ?? 0, said };
}

function read(file: string, said: string): Written {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Written;
  } catch {
    throw new Obstacle("wapiti wrote no report; its last words are above.", lastWords(said));
  }
}
