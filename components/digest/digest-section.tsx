import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { Remark } from "@/components/ui/remark";
import { asOwner, type OwnerId } from "@/lib/db";
import { getDigestSetting } from "@/lib/digest/data";
import { getDigestStatus } from "@/lib/digest/schedule/data";
import { mailSender } from "@/lib/mail/send";
import { DigestForm } from "./digest-form";
import { DigestNow } from "./digest-now";

/** The mail in the morning: whether, when and about what; and how the last one went. */
export async function DigestSection({ owner, email }: { owner: OwnerId; email: string }) {
  const t = await getTranslations("digest");
  if (!mailSender()) {
    return (
      <Section id="digest" title={t("title")} text={t("text", { email })}>
        <Remark>{t("noServer")}</Remark>
      </Section>
    );
  }
  const setting = await asOwner(owner, getDigestSetting);
  return (
    <Section id="digest" title={t("title")} text={t("text", { email })}>
      <DigestForm setting={setting} />
      <DigestNow email={email} status={await getDigestStatus(owner)} />
    </Section>
  );
}
