// npm run bench:take [-- contacts [interactions]]: how long it takes, and how much memory, to take everything out of an
// owner of that size, to bring it back into an empty one, and to delete it all; and, on Linux, how much more memory the
// production server holds while each of its files is taken from it.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platform } from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { OwnerId } from "@/lib/db";
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { countsAsked } from "./counts";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const { contacts, interactions } = countsAsked("bench:take", { contacts: 100_000, interactions: 1_000_000 });
const email = "olive@example.test";

await runCommand(
  async (undo) => {
    await generateClient();
    const { openDatabase } = await import("./speed/database");
    const { seedOwner } = await import("@/prisma/seed/owner");
    const { everything } = await import("@/lib/exports/everything");
    const { streamAsOwner } = await import("@/lib/exports/stream");
    const { restore } = await import("@/lib/restore/restore");
    const { deleteAccount } = await import("@/lib/account/leave/data");
    const { measureServer } = await import("./take/server");
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
    undo(() => rm(folder, { recursive: true }));
    const newOwner = async (email: string) => {
      const { rows } = await admin.query<{ id: string }>(
        "insert into app_user (id, email, name, password_hash) values (uuid_v7(), $1, 'Olive', 'none') returning id",
        [email],
      );
      return rows[0]?.id as OwnerId;
    };
    const [from, to] = [await newOwner(email), await newOwner("other@example.test")];
    const small = await newOwner("small@example.test");
    await step("Seeding", "Seeded", () => seedOwner(from, { contacts, interactions }));
    await seedOwner(small, { contacts: 100, interactions: 500 });
    await admin.query("vacuum analyze");
    const served = platform === "linux" ? await measureServer(admin, { owner: from, small }, folder, undo) : [];

    const lines: string[][] = [];
    const measure = async (what: string, work: () => Promise<unknown>, file?: string) => {
      const watch = watchMemory();
      const start = performance.now();
      await work();
      const seconds = (performance.now() - start) / 1000;
      const size = file ? `${((await stat(file)).size / 1e6).toFixed(0)} MB` : "";
      lines.push([what, `${seconds.toFixed(1)} s`, size, `${watch.stop().toFixed(0)} MB`]);
      say(lines.at(-1)?.join("  ") ?? "");
    };

    const file = join(folder, "everything.json");
    const bytes = () => Readable.fromWeb(streamAsOwner(from, everything) as WebStream);
    await measure("take everything", () => pipeline(bytes(), createWriteStream(file)), file);
    const before = load();
    await measure("bring everything back", () => restore(to, createReadStream(file)));
    await measure("delete the account", () => deleteAccount(from, email, email));

    const { cores, processor, node, postgres, commit } = await describeMachine(admin);
    say(
      `\n${contacts} contacts, ${interactions} interactions, commit ${commit}; ${cores} × ${processor}, load ${before} before, ${load()} after; Node ${node}, Postgres ${postgres}\n`,
    );
    say(table(["", "time", "file", "most memory"], lines));
    if (served.length === 0) return 0;
    const cells = served.map(({ what, seconds, bytes, peakMb, aboveRestMb }) => [
      ...[what, `${seconds.toFixed(1)} s`, `${(bytes / 1e6).toFixed(0)} MB`],
      ...[`${peakMb.toFixed(0)} MB`, `${aboveRestMb.toFixed(0)} MB`],
    ]);
    say(`\n${table(["from the server", "time", "file", "most memory", "above rest"], cells)}`);
    return 0;
  },
  { whenStopped: 130 },
);

function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss() / 1e6);
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
