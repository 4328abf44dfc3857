// Looks now and then for what waits, and tells of each thing once a day, however many tabs are open.
import type { Notice, Notices } from "@/lib/notices/schema";
import type { Choice } from "./choice";

const everyMs = 5 * 60_000;
const mostLines = 4;

export function watch(
  owner: string,
  choice: Exclude<Choice, "OFF">,
  title: (count: number) => string,
  left: AbortSignal,
): void {
  if (left.aborted) return;
  const look = () => void lookOnce(owner, choice, title).catch(() => {}); // offline: another time
  const timer = setInterval(look, everyMs);
  const onVisible = () => document.visibilityState === "visible" && look();
  document.addEventListener("visibilitychange", onVisible);
  left.addEventListener("abort", () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisible);
  });
  look();
}

/** One tab at a time: the next one finds what was told already. */
async function lookOnce(owner: string, choice: Choice, title: (count: number) => string): Promise<void> {
  await navigator.locks.request(`vouch notices ${owner}`, async () => {
    const answer = await fetch(`/api/notices${choice === "TEXT" ? "?text" : ""}`);
    if (!answer.ok) return;
    const { day, notices } = (await answer.json()) as Notices;
    const told = readTold(owner, day);
    const fresh = notices.filter(({ key }) => !told.includes(key));
    if (fresh.length === 0) return;
    localStorage.setItem(keyOf(owner), JSON.stringify({ day, keys: [...told, ...fresh.map(({ key }) => key)] }));
    await show(title(fresh.length), fresh);
  });
}

const keyOf = (owner: string) => `vouch told ${owner}`;

function readTold(owner: string, day: string): string[] {
  try {
    const told = JSON.parse(localStorage.getItem(keyOf(owner)) ?? "{}") as { day?: string; keys?: string[] };
    return told.day === day && Array.isArray(told.keys) ? told.keys : [];
  } catch {
    return [];
  }
}

async function show(title: string, fresh: Notice[]): Promise<void> {
  const lines = [...new Set(fresh.map(({ text }) => text))];
  const body = [...lines.slice(0, mostLines), ...(lines.length > mostLines ? ["…"] : [])].join("\n");
  const options: NotificationOptions = { body, tag: `vouch ${fresh[0]?.key}`, icon: "/icon.svg", data: { url: "/" } };
  try {
    const notification = new Notification(title, options);
    notification.onclick = () => {
      window.focus();
      if (location.pathname !== "/") window.open("/"); // what is typed here stays
      notification.close();
    };
  } catch {
    // Android takes notifications from a service worker only.
    await (await navigator.serviceWorker?.getRegistration())?.showNotification(title, options);
  }
}
