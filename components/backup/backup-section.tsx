import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { Moment } from "@/components/ui/date";
import { Remark } from "@/components/ui/remark";
import { getBackupStatus } from "@/lib/backup/data";
import { env } from "@/lib/env";

/** When the last backup was made and how large it is, and whether it could be restored. Nothing else, and nothing to press. */
export async function BackupSection() {
  const t = await getTranslations("backup");
  const { last, isOld, restoredAt, failure } = await getBackupStatus();
  const isNightly = env().VOUCH_BACKUP_HOUR !== "off";
  const at = (moment: string) => ({ at: () => <Moment at={moment} /> });
  return (
    <Section id="backup" title={t("title")} text={t("text")}>
      {!isNightly && <Remark className="mb-4">{t("off")}</Remark>}
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="font-medium">{t("last")}</dt>
        <dd className="text-dim tabular-nums">
          {last ? t.rich("lastAt", { ...at(last.at), megabytes: last.megabytes }) : t(isNightly ? "tonight" : "none")}
        </dd>
        <dt className="font-medium">{t("restored")}</dt>
        <dd className="text-dim tabular-nums">{restoredAt ? <Moment at={restoredAt} /> : t("none")}</dd>
      </dl>
      {isNightly && isOld && <p className="mt-3 font-medium text-blocked">{t("old")}</p>}
      {failure && (
        <p className="mt-3 font-medium text-blocked">
          {t.rich("failed", at(failure.at))} {t(`why.${failure.why}`)}
        </p>
      )}
    </Section>
  );
}
