"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextInput } from "@/components/ui/text-input";
import type { MapPerson } from "@/lib/map/schema";

const mostFound = 6;

/** Lower case without accents, as people type names. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Finds somebody on the map by their name; Enter takes the first. */
export function FindPerson({ people, onFound }: { people: MapPerson[]; onFound: (place: number) => void }) {
  const t = useTranslations("map.find");
  const [typed, setTyped] = useState("");
  const asked = plain(typed.trim());
  const found = asked
    ? people.flatMap(({ name }, place) => (plain(name).includes(asked) ? [place] : [])).slice(0, mostFound)
    : [];
  const take = (place: number | undefined) => {
    if (place === undefined) return;
    onFound(place);
    setTyped("");
  };
  return (
    <div className="relative w-60 max-w-full">
      <TextInput
        name="person"
        type="search"
        label={t("label")}
        hideLabel
        placeholder={t("label")}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") take(found[0]);
          if (event.key === "Escape") setTyped("");
        }}
      />
      {asked && (
        <div className="absolute top-full left-0 z-20 mt-1 w-full rounded-control border border-line bg-panel p-1 shadow-float">
          {found.length === 0 ? (
            <p role="status" className="px-2 py-1 text-dim">
              {t("nobody")}
            </p>
          ) : (
            <ul aria-label={t("found")}>
              {found.map((place) => (
                <li key={place}>
                  <button
                    type="button"
                    onClick={() => take(place)}
                    className="w-full truncate rounded-small px-2 py-1 text-left hover:bg-soft pointer-coarse:py-2.5"
                  >
                    {people[place]?.name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
