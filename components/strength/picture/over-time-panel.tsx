import { TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { DayOf } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { strengthMoments } from "@/lib/strength/history/moments";
import { strengthAddress } from "@/lib/strength/page/address";
import type { StrengthQuery } from "@/lib/strength/page/schema";
import { Legend } from "./legend";
import { MomentsTable } from "./moments-table";
import { kindsIn, type Pictured, StrengthPicture } from "./strength-picture";

/** Strength over time in the middle of its page: the picture, what it means, the same in words; `children` asks for a day. */
export function OverTimePanel({
  contactId,
  query,
  children,
  ...picture
}: Required<Pictured> & { contactId: string; query: StrengthQuery; children: ReactNode }) {
  const t = useTranslations("strength.picture");
  const { history, span, now, asked } = picture;
  const moments = strengthMoments(history, span, now, asked);
  return (
    <Panel aria-labelledby="over-time">
      <PanelHeader id="over-time" title={t("title")} />
      <div className="grid gap-3 px-4 pb-4">
        {history.firstAt === null && asked.supposed === null ? (
          <EmptyState icon={TrendingUp} title={t("empty")} text={t("emptyText")}>
            <ButtonLink href={`/log?contact=${contactId}`} size="small">
              {t("log")}
            </ButtonLink>
          </EmptyState>
        ) : (
          <>
            <StrengthPicture {...picture} size="wide" className="max-md:hidden" />
            <StrengthPicture {...picture} size="narrow" className="md:hidden" />
            <Legend
              kinds={kindsIn(history.days)}
              cools={moments.some(({ what }) => what === "cools")}
              supposes={asked.supposed !== null}
            />
          </>
        )}
        {children}
        {history.earlier > 0 && (
          <p className="text-dim text-small">
            {t.rich("earlier", {
              count: history.earlier,
              day: () => <DayOf moment={new Date(span.from).toISOString()} />,
            })}{" "}
            {query.years === "10" ? (
              <Link href={`/contacts/${contactId}#timeline`} className="text-accent hover:underline">
                {t("timeline")}
              </Link>
            ) : (
              <Link
                href={strengthAddress(contactId, { ...query, years: "10" })}
                scroll={false}
                className="text-accent hover:underline"
              >
                {t("tenYears")}
              </Link>
            )}
          </p>
        )}
        {history.firstAt !== null && <MomentsTable moments={moments} />}
      </div>
    </Panel>
  );
}
