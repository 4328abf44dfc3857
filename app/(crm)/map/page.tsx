import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskMap } from "@/components/map/ask-map";
import { MapLoader } from "@/components/map/map-loader";
import { MapTable } from "@/components/map/map-table";
import { NetworkTabs } from "@/components/network/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { listTags } from "@/lib/contacts/tags/data";
import { asOwner } from "@/lib/db";
import { mapSearch } from "@/lib/map/address";
import { getCentre, getMap } from "@/lib/map/data";
import { mapQuery } from "@/lib/map/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("map"))("title") };
}

export default async function MapPage({ searchParams }: PageProps<"/map">) {
  const query = mapQuery.parse(await searchParams);
  const owner = await requireOwner();
  const { map, tags, centre } = await asOwner(owner, (db) =>
    allOf({
      map: getMap(db, query),
      tags: listTags(db),
      centre: getCentre(db, query),
    }),
  );
  const t = await getTranslations("map");
  const { people, total, leftOut } = map;
  return (
    <ClientMessages only={["map", "strength.verdicts"]}>
      <PageHeader
        title={t("title")}
        subtitle={
          people.length < total ? t("strongest", { shown: people.length, total }) : t("lead", { people: people.length })
        }
      />
      <NetworkTabs current="map" />
      <AskMap query={query} tags={tags} centre={centre} />
      {people.length === 0 ? (
        <Panel>
          <EmptyState title={t("empty")} text={t("emptyText")} />
        </Panel>
      ) : (
        <>
          <Panel aria-label={t("title")}>
            <MapLoader search={mapSearch({ ...query, page: 1 })} />
          </Panel>
          {leftOut > 0 && <p className="mt-2 text-dim text-small">{t("leftOut", { count: leftOut })}</p>}
          <MapTable map={map} query={query} />
        </>
      )}
    </ClientMessages>
  );
}
