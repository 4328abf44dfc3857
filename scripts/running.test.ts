import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { patience } from "@/lib/testing/waiting";
import { isAlive } from "./process-identity";
import { keepRunning, type Running, started } from "./running";

async function program(): Promise<Running> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const running = await started(child);
  return {
    ...running,
    stop: async () => {
      child.kill("SIGKILL");
      await running.ended;
    },
  };
}

test("what ends is started again, however often and however long it takes, until it is stopped", async () => {
  const made: Running[] = [];
  let refusing = 0;
  const start = async () => {
    if (refusing-- > 0) throw new Error("there is no room on the disk");
    const running = await program();
    made.push(running);
    return running;
  };
  const kept = keepRunning("The program", await start(), start, { pauseMs: 10 });
  onTestFinished(() => kept.stop());
  const nth = (count: number) => expect.poll(() => made.length, patience).toBe(count);
  for (let ends = 1; ends <= 8; ends++) {
    await nth(ends);
    refusing = ends === 3 ? 4 : 0;
    await made.at(-1)?.stop();
  }
  await nth(9);
  await kept.stop();
  expect(made.filter(({ process }) => isAlive(process))).toEqual([]);
  expect(made).toHaveLength(9);
});
