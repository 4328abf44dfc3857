// Mozilla's HTTP Observatory, the very package behind developer.mozilla.org/observatory, on the running server behind https.
// It is fetched when this is run, as it brings two hundred packages that nothing else needs; it asks nobody but loopback.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Finding, Report, Victim } from "./finding";
import { serveTls } from "./tls";

const version = "1.4.8";
const run = promisify(execFile);

type Scan = { scan: { grade: string; score: number; testsPassed: number; testsQuantity: number } };
type Test = { pass: boolean; result: string };

export async function observatory({ serveAt }: Victim, folder: string): Promise<Report> {
  const home = join(folder, "observatory");
  mkdirSync(home);
  const env = { ...process.env, npm_config_loglevel: "error" };
  // Nothing of it is compiled or fetched beside: it has a database client that a look from here has no use for.
  await run(
    "npm",
    [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--omit=optional",
      `@mdn/mdn-http-observatory@${version}`,
    ],
    { cwd: home, env },
  );
  // Its list of names that browsers know to be https only is fetched beside: nobody's Vouch is on it.
  const conf = join(home, "node_modules/@mdn/mdn-http-observatory/conf");
  mkdirSync(conf, { recursive: true });
  writeFileSync(join(conf, "hsts-preload.json"), "{}");
  const { port, certificate, stop } = await serveTls(folder, serveAt);
  try {
    const program = join(home, "node_modules/@mdn/mdn-http-observatory/src/scan.js");
    const { stdout } = await run(process.execPath, [program, `127.0.0.1:${port}/login`], {
      cwd: home,
      env: { ...env, NODE_EXTRA_CA_CERTS: certificate },
    }).catch((error: { stdout?: string }) => {
      throw new Error(`Observatory didn't look at it: ${error.stdout ?? error}`);
    });
    const { scan, tests } = JSON.parse(stdout) as Scan & { tests: Record<string, Test> };
    const failed = Object.entries(tests).filter(([, { pass }]) => !pass);
    const found = failed.map(([what, { result }]): Finding => ({ tool: "observatory", what, where: result }));
    return {
      found,
      did: `grade ${scan.grade}, ${scan.score} points, ${scan.testsPassed} of ${scan.testsQuantity} tests passed`,
    };
  } finally {
    await stop();
  }
}
