// wapiti: finds its own way through the pages as the signed-in owner, and attacks every form and parameter it meets.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { provide, runTool } from "./debian";
import type { Finding, Report, Victim } from "./finding";

const flags = [
  "--scope",
  "--max-scan-time",
  "--max-attack-time",
  "--module",
  "--format",
  "--no-bugreport",
  "--exclude",
  "--header",
];

/** Those that ask nobody but Vouch. */
const modules = [
  ...["blindsql", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "http_headers", "methods"],
  ...["permanentxss", "redirect", "shellshock", "sql", "xss"],
];

type Told = Record<string, { info: string; path: string; parameter: string; method: string }[]>;
type Written = { vulnerabilities: Told; anomalies: Told; infos: { crawled_pages_nbr?: number } };

export async function wapiti({ address, cookie }: Victim, folder: string): Promise<Report> {
  await provide("wapiti", flags);
  const output = join(folder, "wapiti.json");
  const { said } = await runTool(
    "wapiti",
    [
      ...["-u", `${address}/`, "--scope", "folder", "-m", modules.join(","), "-f", "json", "-o", output],
      ...[
        "--max-scan-time",
        "90",
        "--max-attack-time",
        "12",
        "--depth",
        "4",
        "--max-links-per-page",
        "40",
        "--no-bugreport",
      ],
      ...["-H", `Cookie: ${cookie.name}=${cookie.value}`, "-H", `Origin: ${address}`, "--flush-session"],
      ...["--store-session", join(folder, "wapiti"), "--timeout", "20", "--tasks", "4"],
      ...["-x", `${address}/_next/*`, "-x", `${address}/api/exports/*`],
    ],
    { minutes: 6, home: folder },
  );
  const { vulnerabilities, anomalies, infos } = read(output, said);
  const found = [vulnerabilities, anomalies].flatMap((told) =>
    Object.entries(told).flatMap(([what, ones]) =>
      ones.map(({ info, path, parameter, method }): Finding => {
        return { tool: "wapiti", what: `${what}: ${info}`, where: `${method} ${path} ${parameter ?? ""}`.trim() };
      }),
    ),
  );
  return { found, did: `${infos.crawled_pages_nbr ?? "some"} pages, ${modules.length} kinds of attack` };
}

function read(file: string, said: string): Written {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Written;
  } catch {
    throw new Error(`wapiti wrote no report:\n${said.split("\n").slice(-20).join("\n")}`);
  }
}
