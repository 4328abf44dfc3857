import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { formatDay } from "@/lib/dates/format";
import { listInWords } from "@/lib/i18n/list";
import { firstName } from "@/lib/invitations/note";
import type { ReadyRecord } from "@/lib/ready/schema";

/** Why this person is ready, in plain words and from the record alone. */
export function Reasons({ record }: { record: ReadyRecord }) {
  const t = useTranslations("ready.reasons");
  return (
    <ul aria-label={t("title", { name: record.fullName })} className="mt-4 grid list-disc gap-1 pl-[18px]">
      {useReasons(record).map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

/** The reasons as sentences, the weightiest first. */
export function useReasons(record: ReadyRecord): string[] {
  const t = useTranslations("ready.reasons");
  const reader = useReader();
  const { met, spoke, origins, commonGround, goal, canSay, howWeMet } = record;
  const name = firstName(record.fullName) ?? record.fullName;
  const list = (parts: string[]) => listInWords(parts, reader.locale);
  const meetings = { times: met?.times ?? 0, last: met ? formatDay(met.last, reader) : "" };
  return [
    met && (howWeMet ? t("metHow", { ...meetings, how: howWeMet }) : t("met", meetings)),
    spoke && t("spoke", { times: spoke.times, last: formatDay(spoke.last, reader) }),
    origins.length > 0 && t("checks", { count: origins.length, origins: list(origins) }),
    commonGround.length > 0 && t("commonGround", { list: list(commonGround) }),
    goal && t("goal", { goal }),
    canSay && t("canSay", { text: canSay }),
    record.wouldIntroduce && t("introduce", { name }),
    (record.helpGiven > 0 || record.helpReceived > 0) &&
      t("help", { given: record.helpGiven, received: record.helpReceived }),
  ].filter((reason) => typeof reason === "string");
}

/** The weightiest three, short enough for one line. */
export function useBriefReasons({ met, spoke, origins, wouldIntroduce, goal }: ReadyRecord): string[] {
  const t = useTranslations("ready.reasons");
  const reader = useReader();
  return [
    met && t("met", { times: met.times, last: formatDay(met.last, reader) }),
    !met && spoke && t("spoke", { times: spoke.times, last: formatDay(spoke.last, reader) }),
    origins.length > 0 && t("checksBrief", { count: origins.length }),
    wouldIntroduce ? t("introduceBrief") : goal && t("goal", { goal }),
  ].filter((reason) => typeof reason === "string");
}
