// The map in a browser, as somebody looks at it, with every frame's script timed.
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import type { Client } from "pg";

export type Watched = {
  version: string;
  /** Milliseconds of the main thread's own time that each frame's script took, the shortest first. */
  frames: { what: string; times: number[] }[];
  settledMs: number;
  later: number;
};

type Clock = { frames: number; begun: number; last: number };

/** Two of twelve tags for each person, and an introduction for every fifth. Answers with how many ties there are. */
export async function addTies(admin: Client, owner: string): Promise<number> {
  await admin.query("insert into tag (owner_id, name) select $1, 'tag ' || n from generate_series(1, 12) n", [owner]);
  await admin.query(
    `with person as (select id, row_number() over (order by id) as n from contact where owner_id = $1),
     label as (select id, row_number() over (order by id) as n from tag where owner_id = $1)
     insert into contact_tag (owner_id, contact_id, tag_id)
     select $1, person.id, label.id from person join label on label.n in (1 + person.n % 12, 1 + (person.n * 7 + 3) % 12)
     on conflict do nothing`,
    [owner],
  );
  await admin.query(
    `with person as (
       select id, lead(id, 3) over (order by id) as other, row_number() over (order by id) as n from contact where owner_id = $1)
     insert into support_act (owner_id, id, introduction_id, contact_id, introduced_contact_id, direction, kind)
     select $1, act, act, id, other, 'RECEIVED', 'INTRODUCTION'
     from (select *, uuid_v7() as act from person where n % 5 = 0 and other is not null) made`,
    [owner],
  );
  const { rows } = await admin.query<{ ties: number }>(
    `select ((select count(*) from contact_tag where owner_id = $1) + (select count(*) from support_act where owner_id = $1)
             + (select count(*) from contact where owner_id = $1 and company is not null))::int as ties`,
    [owner],
  );
  return rows[0]?.ties ?? 0;
}

export async function watchMap(executablePath: string, address: URL, cookie: string): Promise<Watched> {
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 });
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: address.origin }]);
    const page = await context.newPage();
    await page.addInitScript(countFrames);
    const frames: Watched["frames"] = [];
    const traced = async (what: string, work: () => Promise<unknown>) => {
      await browser.startTracing(page, { categories: ["devtools.timeline"] });
      await work();
      frames.push({ what, times: scriptTimes(await browser.stopTracing()) });
    };
    await traced("while it is laid out", async () => {
      await page.goto(address.href);
      await page.getByText(/ on the map\.$/).waitFor({ state: "attached", timeout: 60_000 });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    });
    const clock = () => page.evaluate(() => ({ ...(window as unknown as { clock: Clock }).clock }));
    const settled = await clock();
    await sleep(3_000);
    const later = (await clock()).frames - settled.frames;
    await page.getByRole("application").focus();
    for (const [what, keys] of [
      ["moved", ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]],
      ["zoomed", ["+", "+", "-", "+"]],
      ["moved, near", ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]],
    ] as const) {
      await traced(what, async () => {
        for (let round = 0; round < 25; round++) for (const key of keys) await page.keyboard.press(key);
      });
    }
    const settledMs = settled.last - settled.begun;
    return { version: browser.version(), frames, settledMs, later };
  } finally {
    await browser.close();
  }
}

type TraceEvent = { name: string; dur?: number; tdur?: number };

/**
 * Of each frame that ran script. The time of the thread itself, where Chromium tells it: what else the machine does is not in it.
 */
function scriptTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return traceEvents
    .filter(({ name }) => name === "FireAnimationFrame")
    .map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1000)
    .sort((a, b) => a - b);
}

/** In the page, before its script: when the layout began, and the frames asked for since. */
function countFrames() {
  const clock: Clock = { frames: 0, begun: 0, last: 0 };
  Object.assign(window, { clock });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (frame) => {
    clock.frames++;
    return request((now) => {
      frame(now);
      clock.last = performance.now();
    });
  };
  const Layout = window.Worker;
  window.Worker = class extends Layout {
    constructor(...made: ConstructorParameters<typeof Worker>) {
      clock.begun ||= performance.now();
      super(...made);
    }
  };
}
