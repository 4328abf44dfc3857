import { asOwner, type OwnerId } from "@/lib/db";
import { countOverview } from "@/lib/strength/lanes/data";
import { listWeeks } from "@/lib/today/data";
import { lastMondays } from "@/lib/today/weeks";
import { NetworkPanel } from "./network-panel";

/** What stands there until the figures do. */
export function NetworkSkeleton({ timeZone }: { timeZone: string }) {
  return <NetworkPanel network={null} weeks={lastMondays(timeZone).map((monday) => ({ monday, count: 0 }))} />;
}

/** The weeks count what was logged in them, so it is asked apart from the lanes and comes when it is there. */
export async function NetworkSection({ owner, timeZone }: { owner: OwnerId; timeZone: string }) {
  const { network, weeks } = await asOwner(owner, async (db) => ({
    network: await countOverview(db),
    weeks: await listWeeks(db, timeZone),
  }));
  return <NetworkPanel network={network} weeks={weeks} />;
}
