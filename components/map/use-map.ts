"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { RelationshipMap } from "@/lib/map/schema";
import { type TieKind, tieKinds } from "@/lib/map/words";
import { createMap, type MapController } from "./controller";
import { paletteOf } from "./legend";
import { sceneOf } from "./scene";

/** The map on the canvas, and what is chosen on it. */
export function useMap(map: RelationshipMap) {
  const router = useRouter();
  const canvas = useRef<HTMLCanvasElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const controller = useRef<MapController>(null);
  const scene = useMemo(() => sceneOf(map), [map]);
  const [shown, setShown] = useState<ReadonlySet<TieKind>>(() => new Set(tieKinds));
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [isSettled, setSettled] = useState(false);
  const open = useEffectEvent((place: number) => {
    const person = map.people[place];
    if (person) router.push(`/contacts/${person.id}`);
  });
  const firstShown = useEffectEvent(() => shown);

  useEffect(() => {
    if (!canvas.current || !legend.current || scene.people === 0) return;
    setSettled(false);
    setChosen(null);
    setPointed(null);
    const inks = legend.current;
    const made = createMap(canvas.current, scene, {
      palette: paletteOf(inks),
      shown: firstShown(),
      events: {
        onSettled: () => setSettled(true),
        onPoint: setPointed,
        onChoose: setChosen,
        onOpen: (place) => open(place),
      },
    });
    controller.current = made;
    const unwatch = watchTheme(() => made.paint(paletteOf(inks)));
    return () => {
      made.stop();
      unwatch();
    };
  }, [scene]);

  const toggle = (kind: TieKind) => {
    const kinds = new Set(shown);
    if (!kinds.delete(kind)) kinds.add(kind);
    setShown(kinds);
    setSettled(false);
    controller.current?.show(kinds);
  };
  const choose = (place: number | null) => controller.current?.choose(place, { inMiddle: true });
  return { canvas, legend, controller, shown, toggle, choose, chosen, looked: chosen ?? pointed, isSettled };
}

/** Told when the colours may be others: by the system, or by a choice on the page's root. Answers with what ends it. */
function watchTheme(onChange: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", onChange);
  const root = new MutationObserver(onChange);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
  return () => {
    dark.removeEventListener("change", onChange);
    root.disconnect();
  };
}
