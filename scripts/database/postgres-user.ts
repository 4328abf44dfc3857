// Who runs Postgres: whoever runs us, except root, whom Postgres refuses.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { Obstacle } from "../say";

/** Fits child_process' options; Node then drops root's groups too. */
export type SystemUser = { readonly uid: number; readonly gid: number };

/**
 * The user to run the cluster in `directory` as; undefined means ourselves. Root steps down to whom the directory
 * already belongs, or else to the system's user `postgres`, made where it is missing.
 */
export function postgresUser(directory: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(directory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

function lookUp(): SystemUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((which) => {
    const { status, stdout } = spawnSync("id", [which, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function create(): SystemUser {
  const made = spawnSync(
    "useradd",
    ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"],
    {
      encoding: "utf8",
    },
  );
  const user = lookUp();
  if (user) return user;
  throw new Obstacle(
    "Postgres refuses to run as root, and there is no user named postgres to run it as. Make one, or start Vouch as another user.",
    made.stderr ?? "",
  );
}
