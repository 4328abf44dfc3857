// Real jobs through pg-boss: what one of them waits for, and what none does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareJobs } from "@/scripts/database/jobs";
import { type Jobs, sendJob, startJobs, stopJobs } from "./jobs";
import { testDatabase } from "./testing/database";

const database = testDatabase();
beforeAll(() => prepareJobs(database.adminUrl));
afterAll(stopJobs);

test("somebody's restore begins while another's is still at work; one import waits for the other", async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const unending = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((end) => ends.push(end));
  };
  const nothing = async () => {};
  const others = { policy: nothing, duplicates: nothing, digest: nothing, sweep: nothing };
  await startJobs({ ...others, import: unending("import"), restore: unending("restore") });
  const [one, other] = [await database.newOwner(), await database.newOwner()];
  for (const name of ["import", "restore"] satisfies (keyof Jobs)[])
    for (const owner of [one, other]) await sendJob(name, { owner, id: owner });
  await expect.poll(() => begun.toSorted(), { timeout: 10_000 }).toEqual(["import", "restore", "restore"]);
  ends[begun.indexOf("import")]?.();
  await expect.poll(() => begun.filter((name) => name === "import").length, { timeout: 10_000 }).toBe(2);
  for (const end of ends) end();
});
