// @ts-check
// What was typed without a connection and waits on this device to be sent: kept in IndexedDB, sealed, each entry under
// the id of the row it will make. Plain JavaScript, because the service worker loads this very file; pages bundle it.

/**
 * Whose device this is now: the owner seen last (as lib/offline/owner names them), and how they read; `theme` as the
 * page's data-theme says it.
 * @typedef {{ owner: string, locale: string, timeZone: string, theme: string }} Device
 *
 * `values` is the log form as lib/form-values reads it; `people` the contacts it names by id. `problem` is what the
 * server had against it: it waits for its owner then. `sent` are the ids of the rows it made: only to be told yet.
 * @typedef {{
 *   id: string,
 *   keptAt: string,
 *   values: Record<string, string | string[]>,
 *   people: { id: string, name: string }[],
 *   problem?: { errors: Record<string, string[]>, message?: string },
 *   sent?: string[],
 * }} Entry
 *
 * What the database holds of an entry: all but its id and time is sealed.
 * @typedef {{ id: string, owner: string, keptAt: string, iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer }} Kept
 *
 * How sending went: all of it, or up to where Vouch wasn't reached or didn't know the owner.
 * @typedef {"done" | "unreached" | "signedOut"} Sending
 */

const channelName = "vouch-outbox";

/** Whether this browser can keep anything: only on https and on the machine itself. */
export const canKeep = () => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && navigator.locks);

/** @returns {Promise<Device | undefined>} */
export const getDevice = () => ask("device", "readonly", (store) => store.get("now"));

/** @param {Device} device */
export async function remember(device) {
  const before = await getDevice();
  await ask("device", "readwrite", (store) => store.put(device, "now"));
  if (before?.owner !== device.owner) tellChange();
}

/** Whoever signs out leaves nothing to be seen; `kept` entries wait, unseen, until they sign in again. */
export async function forget({ kept = false } = {}) {
  const device = await getDevice();
  if (!device) return;
  if (!kept) {
    for (const { id } of await keptOf(device.owner)) await erase(id);
    await ask("key", "readwrite", (store) => store.delete(device.owner));
  }
  await ask("device", "readwrite", (store) => store.delete("now"));
  tellChange();
}

/**
 * Keeps an entry for the owner of the device, in place of the one with the same id. Rejects where it can't be kept.
 * @param {Entry} entry
 */
export async function keep(entry) {
  const device = await getDevice();
  if (!device) throw new Error("Nobody is signed in on this device");
  await put(device.owner, entry);
  tellChange();
  // Wishes, now that there is something to lose; whether the browser grants them changes nothing here.
  navigator.storage?.persist?.();
  const worker = /** @type {any} */ (await navigator.serviceWorker?.getRegistration());
  worker?.sync?.register("outbox").catch(() => {});
}

/** @param {string} id */
export async function remove(id) {
  await erase(id);
  tellChange();
}

/**
 * The entries of the device's owner, oldest first: what waits, and what was sent and is to be told yet.
 * @returns {Promise<Entry[]>}
 */
export async function listEntries() {
  const device = await getDevice();
  if (!device) return [];
  const entries = await Promise.all((await keptOf(device.owner)).map(unseal));
  return entries.filter((entry) => entry !== null).sort((one, other) => one.keptAt.localeCompare(other.keptAt));
}

export const listWaiting = async () => (await listEntries()).filter(({ sent }) => !sent);

/** What was sent and not told yet. Whoever asks gets it alone, and has to tell. */
export async function takeSent() {
  /** @type {Entry[]} */
  const taken = [];
  for (const entry of await listEntries()) {
    if (entry.sent) await withEntry(entry.id, async () => taken.push(entry) && erase(entry.id));
  }
  return taken;
}

/**
 * Nobody sends the entry while `work` runs; a tab that is closed lets go of it. Answers with null, and does nothing,
 * where somebody else has it, or it is gone.
 * @template T @param {string} id @param {(entry: Entry) => Promise<T>} work @returns {Promise<T | null>}
 */
export function withEntry(id, work) {
  return navigator.locks.request(`vouch-entry-${id}`, { ifAvailable: true }, async (lock) => {
    const kept = lock && (await ask("entry", "readonly", (store) => store.get(id)));
    const entry = kept && (await unseal(kept));
    return entry ? work(entry) : null;
  });
}

/** While its form is open, until `closed`, nobody sends the entry as it was. @param {string} id @param {Promise<void>} closed */
export async function hold(id, closed) {
  await withEntry(id, () => closed);
  tellChange();
}

/**
 * Sends what waits, each entry by one tab or worker at a time. Sent again after an answer that got lost, it is still
 * written once: the server knows its id.
 * @returns {Promise<Sending>}
 */
export async function sendWaiting() {
  const device = await getDevice();
  if (!device) return "done";
  for (const { id } of await keptOf(device.owner)) {
    const went = await withEntry(id, (entry) => send(device.owner, entry));
    if (went === "unreached" || went === "signedOut") return went;
  }
  return "done";
}

/** @param {string} owner @param {Entry} entry @returns {Promise<Sending>} */
async function send(owner, entry) {
  if (entry.problem || entry.sent) return "done";
  const answer = await fetch("/api/outbox", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ owner, values: entry.values }),
  }).catch(() => null);
  if (answer?.status === 401 || answer?.status === 409) return "signedOut";
  const said = answer && (answer.ok || answer.status === 422) ? await answer.json().catch(() => null) : null;
  if (!said?.saved && !said?.errors) return "unreached"; // whoever answers, it isn't Vouch
  await put(
    owner,
    said.saved ? { ...entry, values: labelOf(entry.values), sent: said.saved } : { ...entry, problem: said },
  );
  tellChange();
  return "done";
}

/** Of what was sent only what names it stays, until it is told. @param {Entry["values"]} values @returns {Entry["values"]} */
const labelOf = ({ kind = "", names = "", newNames = [] }) => ({ kind, names, newNames });

/** Calls `listener` after every change, also in another tab or the worker. @param {() => void} listener */
export function onChange(listener) {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}

export function tellChange() {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

// The seal: AES-GCM with a key of the owner's that can be used here but not taken out of the browser. It keeps what
// waits out of searches, backups and copies of the profile's files; who can open Vouch in this profile can use it too.

/** @param {string} owner @param {Entry} entry */
async function put(owner, { id, keptAt, ...content }) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(owner), text);
  await ask("entry", "readwrite", (store) => store.put({ id, owner, keptAt, iv, sealed }));
}

/** Null where the key is gone: nobody can read it any more. @param {Kept} kept @returns {Promise<Entry | null>} */
async function unseal({ id, owner, keptAt, iv, sealed }) {
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(owner), sealed).catch(() => null);
  return text && { id, keptAt, ...JSON.parse(new TextDecoder().decode(text)) };
}

/** @param {string} owner @returns {Promise<CryptoKey>} */
function keyOf(owner) {
  return navigator.locks.request("vouch-key", async () => {
    const known = await ask("key", "readonly", (store) => store.get(owner));
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await ask("key", "readwrite", (store) => store.put(made, owner));
    return made;
  });
}

/** @param {string} owner @returns {Promise<Kept[]>} */
const keptOf = (owner) => ask("entry", "readonly", (store) => store.index("owner").getAll(owner));

/** @param {string} id */
const erase = (id) => ask("entry", "readwrite", (store) => store.delete(id));

/**
 * One request to one store; it answers when what was written is on the disk.
 * @param {"device" | "key" | "entry"} name @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} work @returns {Promise<any>}
 */
async function ask(name, mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: "strict" });
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("vouch", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("device");
      request.result.createObjectStore("key");
      request.result.createObjectStore("entry", { keyPath: "id" }).createIndex("owner", "owner");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
