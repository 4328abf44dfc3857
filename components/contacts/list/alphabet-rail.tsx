"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { contactsAddress } from "@/lib/contacts/list/address";
import { cursorOf, type Letter } from "@/lib/contacts/list/letters";
import type { ContactQuery } from "@/lib/contacts/list/query";

/** The letters that names in the list begin with: each jumps there; without script it leads to the page that begins there. */
export function AlphabetRail({
  query,
  letters,
  onJump,
}: {
  query: ContactQuery;
  letters: Letter[];
  onJump: (letter: Letter) => void;
}) {
  const t = useTranslations("lists.letters");
  if (query.sort !== "name") return null;
  const inOrder = query.reversed ? letters.toReversed() : letters;
  const jump = (event: MouseEvent, letter: Letter) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onJump(letter);
  };
  return (
    <nav aria-label={t("label")} className="sticky top-20 max-md:hidden">
      <ul className="grid justify-items-center text-dim text-tiny">
        {inOrder.map((letter) => (
          <li key={letter}>
            <a
              href={contactsAddress(query, { after: cursorOf(letter, query) })}
              onClick={(event) => jump(event, letter)}
              aria-label={t("to", {
                letter: letter === "#" ? "before" : letter === "…" ? "after" : letter.toUpperCase(),
              })}
              className="grid size-6 place-items-center rounded-small font-medium hover:bg-soft hover:text-ink"
            >
              {letter.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
