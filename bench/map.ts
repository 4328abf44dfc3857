// npm run bench:map [-- people]: how much script a frame of the relationship map takes while it is laid out, moved and
// zoomed, how soon it is still, and that it then asks for no frame.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnerId } from "@/lib/db";
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { findChromium } from "../scripts/test/chromium";
import { countsAsked } from "./counts";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const { people } = countsAsked("bench:map", { people: 2_000 });

await runCommand(
  async (undo) => {
    await generateClient();
    const { openDatabase } = await import("./speed/database");
    const { seedOwner } = await import("@/prisma/seed/owner");
    const { cookieOf, serveApp } = await import("./served");
    const { addTies, watchMap } = await import("./map/watch");
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
    undo(() => rm(folder, { recursive: true }));
    const { rows } = await admin.query<{ id: string }>(
      "insert into app_user (id, email, name, password_hash) values (uuid_v7(), 'olive@example.test', 'Olive', 'none') returning id",
    );
    const owner = rows[0]?.id as OwnerId;
    await step("Seeding", "Seeded", () => seedOwner(owner, { contacts: people, interactions: people * 10 }));
    const ties = await addTies(admin, owner);
    const { at } = await serveApp(folder, undo);
    const before = load();
    const watched = await watchMap(await findChromium(), at("/map"), await cookieOf(admin, owner));
    const { cores, processor, node, commit } = await describeMachine(admin);
    say(
      `\n${people} people, ${ties} ties, commit ${commit}; ${cores} × ${processor}, load ${before} before, ${load()} after; Node ${node}, Chromium ${watched.version}\n`,
    );
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    say(
      table(
        ["script a frame", "frames", "median", "p95", "most"],
        watched.frames.map(({ what, times }) => [
          what,
          String(times.length),
          ...[0.5, 0.95, 1].map((share) =>
            ms(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0),
          ),
        ]),
      ),
    );
    say(
      `\nStill ${(watched.settledMs / 1000).toFixed(2)} s after the layout began; frames asked for in the 3 s after: ${watched.later}.`,
    );
    return 0;
  },
  { whenStopped: 130 },
);
