// The same pages over HTTP, as bench/pages asks for them: of one owner again and again, of many as they would be active, and of
// others each time.
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { stopRequested, type Undo } from "../../scripts/command";
import { ask } from "../pages/ask";
import { deepIn } from "../pages/measure";
import { type Facts, floor, visits } from "../pages/visits";
import { cookieOf, serveApp } from "../served";
import { figure, summarise } from "../speed/figures";
import { contactsOf } from "../speed/writes";
import { compared, head, waysToAsk } from "./ways";

const [rounds, warmUps] = [40, 5];
/** Nobody here imports. */
const asked = visits.filter(({ asksImport }) => !asksImport);

/** Median and p95 of each, from a request's first byte to its answer's last, one at a time and in turns. */
export async function askPages(admin: Client, owners: OwnerId[], contacts: number, undo: Undo) {
  const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
  undo(() => rm(folder, { recursive: true }));
  const { at } = await serveApp(folder, undo);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  undo(() => agent.destroy());
  const origin = at("/");
  const ways = waysToAsk(owners, { seed: 3, from: 1_000 }); // others than reads.ts asked
  const cookies = new Map<OwnerId, string>();
  const askerOf = async (owner: OwnerId) => {
    const cookie = cookies.get(owner) ?? (await cookieOf(admin, owner));
    cookies.set(owner, cookie);
    return { origin, agent, cookie };
  };
  const people = await contactsOf(admin, owners[0] as OwnerId); // the others' have the same ids
  const deep = await deepIn(await askerOf(owners[0] as OwnerId), contacts);
  const facts = (nth: number): Facts => ({ contact: people[(nth * 7) % people.length] ?? "", batch: "", deep, people });

  const lines = [floor, ...asked].map((visit) => ({ visit, times: ways.map(() => [] as number[]) }));
  for (let round = -warmUps; round < rounds; round++) {
    for (const { visit, times } of lines) {
      for (const [way, next] of ways.entries()) {
        stopRequested.throwIfAborted();
        const nth = round + warmUps;
        const { ms } = await ask(await askerOf(next()), visit.ask(facts(nth), nth));
        if (round >= 0) times[way]?.push(ms);
      }
    }
  }
  const least = summarise(lines[0]?.times[0] ?? []).median;
  return {
    head: [...head, "Zipf's ÷ floor"],
    rows: lines.map(({ visit: { work, whereFew = work }, times }) => {
      const { cells, many } = compared(whereFew, times);
      return [...cells, figure(many / least, "×")];
    }),
  };
}
