"use client";

import { Kbd } from "./kbd";

/** Which key does what here. Not shown where there is no keyboard. A client component: its keys would be twice in the page. */
export function KeyList({ label, keys }: { label: string; keys: { press: string[]; text: string }[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1.5 text-dim text-small pointer-coarse:hidden">
      {keys.map(({ press, text }) => (
        <li key={text} className="inline-flex items-center gap-1.5">
          {press.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {text}
        </li>
      ))}
    </ul>
  );
}
