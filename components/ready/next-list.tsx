import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import type { LaneRow } from "@/lib/strength/schema";

/** Who comes after the one on the card; any of them can be taken first. */
export function NextList({ items, count }: { items: LaneRow[]; count: number }) {
  const t = useTranslations("ready");
  return (
    <Panel aria-labelledby="ready-next">
      <PanelHeader id="ready-next" title={t("next")}>
        {count > items.length + 1 && (
          <Link href="/ready?view=list" className="hover:text-ink hover:underline">
            {t("all", { count })}
          </Link>
        )}
      </PanelHeader>
      {items.length === 0 && <p className="px-4 pb-3.5 text-dim">{t("nothingNext")}</p>}
      {items.map(({ contactId: id, fullName, until, strength }) => (
        <Row
          key={id}
          lead={<Avatar name={fullName} />}
          title={
            <Link href={`/ready?at=${id}`} className="hover:underline">
              {fullName}
            </Link>
          }
          why={until !== "forever" && t.rich("readyUntilDay", { day: () => <DayOf moment={until} /> })}
        >
          <Meter value={strength} label={t("strengthOf", { name: fullName })} />
        </Row>
      ))}
    </Panel>
  );
}
