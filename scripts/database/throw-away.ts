// A cluster for one run of the tests or measurements, under the system's temporary files. Nothing of it is meant to survive.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockDataDirectory, lockHolder } from "../data-directory-lock";
import { type ClusterSettings, clusterUrl, createCluster, startCluster } from "./cluster";
import type { OpenDatabase } from "./embedded";
import { stopLeftoverPostgres } from "./leftover-postgres";
import { findPlace, forgetPlace } from "./place";
import { makeSocketDirectory } from "./socket-directory";

const prefix = "vouch-test-";

type Options = {
  /** The directory of Postgres programs to use instead of the embedded ones. */
  bin?: string;
  /** Safe in a crash as the product's own cluster is, where speed is what is looked at. */
  durable?: boolean;
};

/** `log` is where Postgres writes to, until `stop`. */
export async function startThrowAway({ bin, durable = false }: Options = {}): Promise<OpenDatabase & { log: string }> {
  const home = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(home, 0o711); // root's Postgres runs as another user, who has to pass through
  await lockDataDirectory(home, "testing");
  const place = findPlace(home, bin);
  const settings: ClusterSettings = {
    password: randomBytes(24).toString("base64url"),
    socketDirectory: makeSocketDirectory(place),
    log: join(home, "postgres.log"),
    durable,
  };
  createCluster(place, settings);
  const running = await startCluster(place, settings);
  const stop = async () => {
    await running.stop();
    for (const path of [home, settings.socketDirectory]) rmSync(path, { recursive: true, force: true });
    forgetPlace(place);
  };
  return { adminUrl: clusterUrl(settings, "postgres"), stop, log: settings.log };
}

/** Removes the clusters of runs that were killed. */
export async function sweepThrowAways(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const home = join(tmpdir(), name);
    if (statSync(home, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    if (!existsSync(join(home, "lock")) || lockHolder(home)) continue;
    await stopLeftoverPostgres(join(home, "postgres"));
    rmSync(home, { recursive: true, force: true });
  }
}
