import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { formatDay } from "@/lib/dates/format";
import type { Allowance, Allowances } from "@/lib/desk/schema";

/** What the log says is used of the limits and left, and when the count starts anew. */
export function Usage({ notesThisMonth, invitationsThisWeek }: Allowances) {
  const t = useTranslations("settings.limits");
  return (
    <dl aria-label={t("usage")} className="mb-4 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      <Line name={t("notes")} {...notesThisMonth} />
      <Line name={t("invitations")} {...invitationsThisWeek} />
    </dl>
  );
}

function Line({ name, used, limit, left, freeOn }: Allowance & { name: string }) {
  const t = useTranslations("settings.limits");
  const day = formatDay(freeOn, useReader());
  return (
    <>
      <dt className="font-medium">{name}</dt>
      <dd className="text-dim tabular-nums">{t("used", { used, limit, left, day })}</dd>
    </>
  );
}
