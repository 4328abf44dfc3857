"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { RelationshipMap } from "@/lib/map/schema";
import { MapView } from "./map-view";

/** Fetches what is drawn: the page is there before it, with its table. `search` is the address' part that asks. */
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

  if (map === "failed")
    return (
      <div role="alert" className="grid justify-items-start gap-2 p-4">
        <p>{t("failed")}</p>
        <Button size="small" onClick={() => setTries(tries + 1)}>
          {t("again")}
        </Button>
      </div>
    );
  if (!map)
    return (
      <>
        <p role="status" className="sr-only">
          {t("loading")}
        </p>
        <Skeleton className="m-4 h-[min(62vh,640px)] rounded-control" />
      </>
    );
  return <MapView map={map} />;
}
