// What runs long in the background: a file being read, its import, digests being sent. Each by the server itself.
import type { Client } from "pg";
import { asOwner, type OwnerId } from "@/lib/db";
import { discardImport, getImport, queueImport, queueUndo } from "@/lib/imports/data";
import { importLimits } from "@/lib/imports/file/limits";
import type { ImportState } from "@/lib/imports/states";
import { readUpload } from "@/lib/imports/upload";
import { sendJob } from "@/lib/jobs";
import type { startMailServer } from "@/lib/testing/mail-server";
import { messages } from "../speed/writes";
import { soon, type Work } from "./beside";

/** A messages.csv on its way in, until its preview is there. */
export function reading(owner: OwnerId, address: URL, cookie: string, count: number, contacts: number): Work {
  let answer: Promise<string> | undefined;
  let isAnswered = false;
  return {
    begin: async () => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for await (const chunk of messages(count, contacts)) chunks.push(new Uint8Array(chunk));
      const body = new FormData();
      body.append("file", new Blob(chunks), "messages.csv");
      isAnswered = false;
      const headers = { cookie, origin: address.origin, accept: "application/json" };
      answer = fetch(new URL("/api/imports", address), { method: "POST", headers, body })
        .then((response) => response.json() as Promise<{ to: string }>)
        .then(({ to }) => to.split("/").at(-1) ?? "")
        .finally(() => {
          isAnswered = true;
        });
      answer.catch(() => undefined); // thrown where it is awaited
    },
    isDone: async () => isAnswered,
    again: async () => {
      const id = (await answer) ?? "";
      await expectState(owner, id, "PREVIEW");
      await asOwner(owner, (db) => discardImport(db, id));
    },
  };
}

/** The import of such a file, and the look for duplicates after it. It is taken back each time. */
export function importing(admin: Client, owner: OwnerId, count: number, contacts: number): Work {
  let id = "";
  async function* files() {
    yield { name: "messages.csv", bytes: messages(count, contacts) };
  }
  return {
    prepare: async () => {
      id = (await readUpload(owner, files(), importLimits())) ?? "";
      await expectState(owner, id, "PREVIEW");
    },
    begin: async () => {
      await asOwner(owner, (db) => queueImport(db, id));
      await sendJob("import", { owner, id });
    },
    isDone: () => noJobs(admin),
    again: async () => {
      await expectState(owner, id, "DONE");
      await asOwner(owner, (db) => queueUndo(db, id));
      await sendJob("import", { owner, id });
      while (!(await noJobs(admin))) await soon();
      await expectState(owner, id, "UNDONE");
    },
  };
}

/** Everything there is to tell, to each of `owners`. `mails`: where the server sends it. */
export async function digests(
  admin: Client,
  owners: OwnerId[],
  mails: Awaited<ReturnType<typeof startMailServer>>,
): Promise<Work> {
  await admin.query(
    "insert into digest_setting (owner_id, enabled, hour, weekdays_only) select unnest($1::uuid[]), true, 6, false",
    [owners],
  );
  return {
    begin: async () => {
      await admin.query(
        "update digest_schedule set next_at = now() - interval '1 minute', last_sent_on = null where user_id = any($1)",
        [owners],
      );
      mails.received.length = 0;
      await sendJob("digest", {});
    },
    isDone: async () => mails.received.length >= owners.length && (await noJobs(admin)),
    again: async () => {},
  };
}

async function noJobs(admin: Client): Promise<boolean> {
  const { rowCount } = await admin.query(
    "select from pgboss.job where state in ('created', 'retry', 'active') limit 1",
  );
  return rowCount === 0;
}

async function expectState(owner: OwnerId, id: string, state: ImportState) {
  const batch = await asOwner(owner, (db) => getImport(db, id));
  if (batch?.state !== state) throw new Error(`The import is ${batch?.state}, not ${state}.`);
}
