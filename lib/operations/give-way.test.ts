import { expect, onTestFinished, test } from "vitest";
import { beginAnswer, giveWay } from "./give-way";

/** A page that is being answered until the test lets it go. */
function page() {
  const answer = beginAnswer({});
  onTestFinished(answer.ended);
  return answer;
}

test("work waits for the page that is being answered, and goes on once it is", async () => {
  const done: string[] = [];
  const first = page();
  const work = giveWay().then(() => done.push("work"));
  await new Promise((turned) => setImmediate(turned));
  done.push("page");
  first.ended();
  await work;
  expect(done).toEqual(["page", "work"]);
});

test("it goes on where nobody waits, and where pages never end", async () => {
  await giveWay();
  page();
  await giveWay();
});
