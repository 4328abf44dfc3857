// A download as it is made: one transaction that sees one moment, read page by page no faster than it is taken.
import "server-only";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const longestMs = 60 * 60_000;
/** Who takes nothing for this long has gone away, whatever the connection says. */
const stalledMs = 60_000;

/**
 * What `write` gives, as bytes. The transaction ends with the last of them, when the reader goes away, and when it
 * stalls; what can't be finished breaks off, so that a part never looks like the whole.
 */
export function streamAsOwner(
  owner: OwnerId,
  write: (db: OwnerDb) => AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  let isGone = false;
  writer.closed.catch(() => {
    isGone = true;
  });

  const send = (db: OwnerDb) => sendAll(write(db), (text) => writer.write(encoder.encode(text)));
  inTurn(async () => {
    if (!isGone) await asOwner(owner, send, { snapshot: true, timeoutMs: longestMs, tries: 1 });
  })
    .then(() => writer.close())
    .catch((error: unknown) => {
      if (isGone) return;
      log.error("export.stream", error);
      return writer.abort(error);
    })
    .catch(() => undefined); // gone meanwhile
  return readable;
}

async function sendAll(texts: AsyncGenerator<string>, send: (text: string) => Promise<void>) {
  for await (const text of texts) {
    let timer: NodeJS.Timeout | undefined;
    const stalled = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error("nobody takes the download")), stalledMs);
    });
    await Promise.race([send(text), stalled]).finally(() => clearTimeout(timer));
  }
}

// Each download holds a connection for as long as its reader takes: pages must never wait for one.
const held = globalThis as { vouchDownloads?: { running: number; waiting: (() => void)[] } };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  held.vouchDownloads ??= { running: 0, waiting: [] };
  const turns = held.vouchDownloads;
  if (turns.running >= Math.max(1, Math.floor(env().DATABASE_POOL / 3))) {
    await new Promise<void>((go) => turns.waiting.push(go));
  } else turns.running++;
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift(); // takes over this place
    if (next) next();
    else turns.running--;
  }
}
