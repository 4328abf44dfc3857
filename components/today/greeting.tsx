import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { PageHeader } from "@/components/ui/page-header";
import { dayOf, formatLongDay, timeOf } from "@/lib/dates/format";
import { firstName } from "@/lib/invitations/note";

/** The day it is where the owner lives, and the day in a sentence. */
export function Greeting({ name, ready, touch }: { name: string; ready: number; touch: number }) {
  const t = useTranslations("today");
  const reader = useReader();
  const { now, timeZone } = reader;
  const hello = t("greeting", { part: partOfDay(timeOf(now, timeZone)), name: firstName(name) ?? name });
  return (
    <PageHeader
      title={formatLongDay(dayOf(now, timeZone), reader)}
      subtitle={`${hello} ${t("summary", { ready, touch })}`}
    />
  );
}

/** `time` is HH:MM. */
function partOfDay(time: string): "morning" | "afternoon" | "evening" {
  if (time >= "04:00" && time < "12:00") return "morning";
  return time >= "12:00" && time < "18:00" ? "afternoon" : "evening";
}
