import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Moment } from "@/components/ui/date";
import { sendDigestNowAction } from "@/lib/digest/actions";
import type { DigestStatus } from "@/lib/digest/schema";

/** When the next one comes, how the last one went, and one at once. */
export function DigestNow({ email, status: { nextAt, sentAt, failure } }: { email: string; status: DigestStatus }) {
  const t = useTranslations("digest");
  const at = (moment: string) => ({ at: () => <Moment at={moment} /> });
  return (
    <div className="mt-5 grid justify-items-start gap-2 border-line border-t pt-4">
      {nextAt && !failure?.again && <p>{t.rich("next", at(nextAt))}</p>}
      <p className="text-dim">{sentAt ? t.rich("last", at(sentAt)) : t("never")}</p>
      {failure && (
        <p className="font-medium text-blocked">
          {t.rich("failed", at(failure.at))} {t(`errors.${failure.why}`)}{" "}
          {failure.again && nextAt && t.rich("again", at(nextAt))}
        </p>
      )}
      <ActionButton size="medium" action={sendDigestNowAction} fields={{}} done={t("sentNow", { email })}>
        {t("now")}
      </ActionButton>
    </div>
  );
}
