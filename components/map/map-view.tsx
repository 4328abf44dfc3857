"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { tiesOf } from "@/lib/map/graph";
import type { RelationshipMap } from "@/lib/map/schema";
import { tieKinds } from "@/lib/map/words";
import { FindPerson } from "./find-person";
import { Legend } from "./legend";
import { PersonTies } from "./person-ties";
import { useMap } from "./use-map";

/**
 * The map, what can be done with it, and what it says of whoever is chosen or pointed at. Until it `isThere` it is empty;
 * `children` lie on top.
 */
export function MapView({ map, isThere, children }: { map: RelationshipMap; isThere: boolean; children: ReactNode }) {
  const t = useTranslations("map");
  const keys = useId();
  const ties = useMemo(() => tiesOf(map), [map]);
  const { canvas, legend, controller, shown, toggle, choose, looked, isSettled } = useMap(map);
  const person = looked === null ? undefined : map.people[looked];
  return (
    <div className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <FindPerson people={map.people} onFound={choose} />
        <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="sr-only">{t("kindsLabel")}</legend>
          {tieKinds.map((kind) => (
            <label key={kind} className="inline-flex min-h-8 items-center gap-1.5 pointer-coarse:min-h-11">
              <input type="checkbox" checked={shown.has(kind)} onChange={() => toggle(kind)} />
              {t(`kinds.${kind}`)}
            </label>
          ))}
        </fieldset>
        <div className="ml-auto flex gap-1">
          <Button size="icon" aria-label={t("nearer")} onClick={() => controller.current?.zoom(1.4)}>
            <Plus aria-hidden="true" className="size-4" />
          </Button>
          <Button size="icon" aria-label={t("further")} onClick={() => controller.current?.zoom(1 / 1.4)}>
            <Minus aria-hidden="true" className="size-4" />
          </Button>
          <Button size="icon" aria-label={t("whole")} onClick={() => controller.current?.fitAll()}>
            <Maximize aria-hidden="true" className="size-4" />
          </Button>
        </div>
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_280px]">
        <div className="grid min-w-0 gap-2">
          <div
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys named below
            tabIndex={0}
            aria-label={t("label", { people: map.people.length })}
            aria-describedby={keys}
            className="relative overflow-hidden rounded-control border border-line bg-panel"
          >
            <canvas ref={canvas} className="block h-[min(62vh,640px)] w-full touch-none" />
            {children}
          </div>
          <p id={keys} className="text-faint text-small pointer-coarse:hidden">
            {t("keys")}
          </p>
          <p role="status" className="sr-only">
            {isThere && t(isSettled ? "settled" : "moving", { people: map.people.length })}
            {!isThere && !children && t("loading")}
          </p>
          <Legend ref={legend} />
        </div>
        <section aria-label={t("chosen")} aria-live="polite" className="min-w-0">
          {person && looked !== null ? (
            <PersonTies person={person} ties={ties[looked]} people={map.people} onChoose={choose} />
          ) : (
            <p className="text-dim">{t("choose")}</p>
          )}
        </section>
      </div>
    </div>
  );
}
