// The service worker: an offline page in place of the browser's own, and sending what waits when no page is open.
// It keeps the offline page, asked for without a session, and the build's own files that page needs. Nothing else is
// ever put into a cache: no page of an owner, no answer of /api, nothing that was asked for with a session.
import { sendWaiting, tellChange } from "./outbox.js";

/** Each build registers this file under an address of its own, and so brings its own page and clears the last one's. */
const cacheName = `vouch-${new URL(self.location.href).searchParams.get("build")}`;
const page = "/offline";

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET") return; // a form sent by hand: the browser's own error page brings back what was typed
  if (mode === "navigate") event.respondWith(fromNetwork(event).catch(() => cached(page)));
  else if (new URL(url).pathname.startsWith("/_next/static/")) {
    event.respondWith(cached(event.request).then((file) => file ?? fetch(event.request)));
  }
});

// Background Sync, where the browser has it. Failing asks for another try later.
self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendWaiting().then(expectReached));
});

async function fill() {
  const answer = await fetch(page, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) throw new Error(`The offline page answered ${answer.status}`);
  const html = await answer.clone().text();
  const cache = await caches.open(cacheName);
  await cache.addAll(new Set(html.match(/\/_next\/static\/[\w./~-]+/g)));
  await cache.put(page, answer);
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith("vouch-") && name !== cacheName) await caches.delete(name);
  }
  await self.registration.navigationPreload?.enable(); // the worker's start doesn't delay the page
  await self.clients.claim();
}

const fromNetwork = async (event) => (await event.preloadResponse) ?? fetch(event.request);

const cached = (request) => caches.match(request, { cacheName, ignoreVary: true });

function expectReached(sending) {
  if (sending === "unreached") throw new Error("Vouch isn't reached yet");
  // A page that tried meanwhile found the entry taken: it tries for itself now, and tells its reader.
  if (sending === "signedOut") tellChange();
}
