// The embedded database of one data directory, from "perhaps there is nothing yet" to "takes connections".
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { keptSecret, logFile, writeWhole } from "../data-directory";
import { keepRunning } from "../running";
import { Obstacle } from "../say";
import { type ClusterSettings, clusterUrl, createCluster, hasCluster, startCluster } from "./cluster";
import { stopLeftoverPostgres } from "./leftover-postgres";
import { findPlace } from "./place";
import { makeSocketDirectory } from "./socket-directory";
import { withClient } from "./with-client";

const database = "vouch";
const passwordFile = "postgres.password";
/** Written whenever the database has started, so it also tells that there is one. */
const socketFile = "postgres.socket";

export type OpenDatabase = {
  /** The administrator's address. */
  readonly adminUrl: string;
  stop(): Promise<void>;
};

/** Starts the database of `dataDir`, whose lock the caller holds; `giveUp` is told if it later ends for good. */
export async function startEmbedded(dataDir: string, giveUp: (error: unknown) => void): Promise<OpenDatabase> {
  const place = findPlace(dataDir);
  const exists = hasCluster(place);
  if (exists && !existsSync(join(dataDir, passwordFile))) {
    throw new Obstacle(
      `${join(dataDir, passwordFile)} is missing: without it the database in ${place.directory} stays shut.`,
    );
  }
  if (!exists && existsSync(join(dataDir, socketFile))) {
    throw new Obstacle(
      `The database that was in ${place.directory} isn't there any more. Put it back, or remove ${dataDir} to begin anew.`,
    );
  }
  if (exists) await stopLeftoverPostgres(place.directory);
  const settings: ClusterSettings = {
    password: keptSecret(dataDir, passwordFile),
    socketDirectory: makeSocketDirectory(place),
    log: logFile(dataDir, "postgres"),
    durable: true,
  };
  if (!exists) createCluster(place, settings);
  const first = await startCluster(place, settings);
  const running = keepRunning("The database", first, () => startCluster(place, settings), giveUp);
  const stop = async () => {
    await running.stop();
    rmSync(settings.socketDirectory, { recursive: true, force: true });
  };
  try {
    writeWhole(join(dataDir, socketFile), settings.socketDirectory);
    await createDatabase(clusterUrl(settings, "postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: clusterUrl(settings, database), stop };
}

/** The administrator's address of the database that runs for `dataDir`, whoever started it. */
export function embeddedUrl(dataDir: string): string {
  const socketDirectory = readFileSync(join(dataDir, socketFile), "utf8");
  return clusterUrl({ password: keptSecret(dataDir, passwordFile), socketDirectory }, database);
}

function createDatabase(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  });
}
