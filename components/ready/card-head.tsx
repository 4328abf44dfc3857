import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { OpenOutside } from "@/components/ui/open-outside";
import { Pill } from "@/components/ui/pill";
import { dayOf, formatDay } from "@/lib/dates/format";
import type { Card } from "@/lib/ready/schema";
import { cardHeading } from "./card-heading";

/** Who it is, until when they are ready, and how strong the relationship is. */
export function CardHead({ record, strength, readyUntil }: Card) {
  const t = useTranslations("ready");
  const reader = useReader();
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
      <Avatar name={record.fullName} size="large" />
      <div className="min-w-0 flex-1 basis-48">
        <h2 id={cardHeading} tabIndex={-1} className="font-bold text-heading">
          <Link href={`/contacts/${record.id}`} className="hover:underline">
            {record.fullName}
          </Link>
        </h2>
        <p className="text-dim">{[record.about, record.location].filter(Boolean).join(" · ")}</p>
        {record.address && (
          <p className="-ml-2.5">
            <OpenOutside href={record.address} keyHint="O">
              {t("profile")}
            </OpenOutside>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 sm:grid sm:justify-items-end">
        <Pill tone="ready">
          {readyUntil && readyUntil !== "forever"
            ? t("readyUntil", { day: formatDay(dayOf(readyUntil, reader.timeZone), reader) })
            : t("readyNow")}
        </Pill>
        <Meter value={strength} label={t("strengthOf", { name: record.fullName })} />
      </div>
    </div>
  );
}
