import { getTranslations } from "next-intl/server";
import { WeeksChart } from "@/components/today/weeks-chart";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { getNetworkCounts } from "@/lib/network/data";
import { RulesPanel } from "./figures-panels";

/** What takes counting row by row comes when it is there. */
export async function CountsSection({ owner, timeZone }: { owner: OwnerId; timeZone: string }) {
  const t = await getTranslations("network");
  const { weeks, met } = await asOwner(owner, (db) => getNetworkCounts(db, timeZone));
  return (
    <>
      <Panel aria-labelledby="weeks" className="pb-4 lg:col-span-2">
        <PanelHeader id="weeks" title={t("interactions")} />
        <div className="px-4 pt-1">
          <WeeksChart weeks={weeks} />
        </div>
      </Panel>
      <RulesPanel met={met} />
    </>
  );
}
