// npm run bench:archive [-- connections messages invitations]: how long a LinkedIn archive takes from its bytes to the
// preview and from there to the timelines, brought again, and taken back; and whether memory grows with its size. It runs
// with the heap that the server has (scripts/server/next-server.ts).
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { countsAsked } from "./counts";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const { connections, messages, invitations } = countsAsked("bench:archive", {
  connections: 30_000,
  messages: 200_000,
  invitations: 10_000,
});
const seconds = (value: number | null) => (value === null ? "?" : `${value.toFixed(1)} s`);

await runCommand(
  async (undo) => {
    await generateClient();
    const { openDatabase } = await import("./speed/database");
    const { measureArchive } = await import("./archive/measure");
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const before = load();
    const sizes = [
      { connections, messages: Math.round(messages / 4), invitations },
      { connections, messages, invitations },
    ];
    const times = await measureArchive(admin, sizes, undo);

    const { cores, processor, node, postgres, commit } = await describeMachine(admin);
    say(`\n${cores} × ${processor}, commit ${commit}; load ${before} before, ${load()} after`);
    say(`Node ${node}, Postgres ${postgres}\n`);
    say(
      table(
        ["", "wall", "CPU of Node", "CPU of Postgres", "peak of Node"],
        times.map(({ what, wall, node, postgres, peakMb }) => [
          ...[what, seconds(wall), seconds(node), seconds(postgres)],
          peakMb === null ? "?" : `${peakMb} MB`,
        ]),
      ),
    );
    return 0;
  },
  { whenStopped: 130 },
);
