import { useTranslations } from "next-intl";
import { Day, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Remark } from "@/components/ui/remark";
import { dayOf } from "@/lib/dates/format";
import { opposite, swapOn } from "@/lib/recommendations/lag";
import type { Exchanged } from "@/lib/recommendations/schema";
import type { Direction } from "@/lib/recommendations/words";

/** Says so where publishing it on `day` (today, if empty) would look like a swap, and until when to wait. */
export function SwapWarning({
  name,
  direction,
  day,
  exchanged: { published, gapDays },
}: {
  name: string;
  direction: Direction;
  day: string;
  exchanged: Exchanged;
}) {
  const t = useTranslations("recommendations.swap");
  const { now, timeZone } = useReader();
  const on = /^\d{4}-\d\d-\d\d$/.test(day) ? day : dayOf(now, timeZone);
  const swap = swapOn(on, published[opposite[direction]], gapDays);
  return (
    <div role="status">
      {swap && (
        <Remark>
          {t.rich(direction, {
            ...{ name, days: swap.days, gap: gapDays },
            day: () => <Day day={swap.on} />,
            wait: () => <Day day={swap.waitUntil} />,
          })}{" "}
          <Link href="/settings#limits" className="text-dim underline">
            {t("setting", { gap: gapDays })}
          </Link>
        </Remark>
      )}
    </div>
  );
}
