"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { RelationshipMap } from "@/lib/map/schema";
import { MapView } from "./map-view";

const nothing: RelationshipMap = { people: [], hubs: [], introductions: [], total: 0, leftOut: 0 };

/**
 * Fetches what is drawn: the page is there before it, with its table and the map's own frame, so that nothing moves when it
 * comes. `search` is the address' part that asks.
 */
export function MapLoader({ search }: { search: string }) {
  const t = useTranslations("map");
  const [map, setMap] = useState<RelationshipMap | "failed" | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const gone = new AbortController();
    setMap(null);
    fetch(`/api/map${search}`, { signal: gone.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setMap((await response.json()) as RelationshipMap);
      })
      .catch(() => gone.signal.aborted || setMap("failed"));
    return () => gone.abort();
  }, [search, tries]);

  return (
    <MapView map={map === null || map === "failed" ? nothing : map} isThere={map !== null && map !== "failed"}>
      {map === "failed" && (
        <div role="alert" className="absolute inset-0 grid place-content-center justify-items-center gap-2 p-4">
          <p>{t("failed")}</p>
          <Button size="small" onClick={() => setTries(tries + 1)}>
            {t("again")}
          </Button>
        </div>
      )}
    </MapView>
  );
}
