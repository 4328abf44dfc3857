import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type ReadyView, readyViews } from "@/lib/ready/schema";

/** One at a time, all in a list, or whom one left out. */
export function Views({ current, ready, setAside }: { current: ReadyView; ready: number; setAside: number }) {
  const t = useTranslations("ready.views");
  const counts = { card: 0, list: ready, aside: setAside };
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={readyViews.map((view) => ({
        name: view,
        text: t(view),
        href: view === "card" ? "/ready" : `/ready?view=${view}`,
        count: counts[view],
      }))}
    />
  );
}
