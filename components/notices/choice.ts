// Whether this browser notifies this owner, and with how much: kept in the browser, since it is the browser that was asked.

/** TEXT: with titles and names; COUNTS: without; OFF. */
export type Choice = "TEXT" | "COUNTS" | "OFF";

const changed = "vouch-notify";
const keyOf = (owner: string) => `vouch notify ${owner}`;

export function readChoice(owner: string): Choice {
  try {
    const kept = localStorage.getItem(keyOf(owner));
    return kept === "TEXT" || kept === "COUNTS" ? kept : "OFF";
  } catch {
    return "OFF"; // a browser that keeps nothing
  }
}

/** Heard in every tab. */
export function writeChoice(owner: string, choice: Choice): void {
  if (choice === "OFF") localStorage.removeItem(keyOf(owner));
  else localStorage.setItem(keyOf(owner), choice);
  window.dispatchEvent(new Event(changed));
}

export function onChoice(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}
