import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DigestSection } from "@/components/digest/digest-section";
import { TemplateSection } from "@/components/note-templates/template-section";
import { NotifyPanel } from "@/components/notices/notify-panel";
import { PolicySection } from "@/components/policy/policy-section";
import { TagSection } from "@/components/rhythm/tag-section";
import { LimitsForm } from "@/components/settings/limits-form";
import { languageOptions, timeZoneOptions } from "@/components/settings/options";
import { ProfileForm } from "@/components/settings/profile-form";
import { Section } from "@/components/settings/section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Usage } from "@/components/settings/usage";
import { ClientMessages } from "@/components/shell/client-messages";
import { FirstStepsSection } from "@/components/today/first-steps-section";
import { PageHeader } from "@/components/ui/page-header";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { timeOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { getAllowances, getDeskSetting, getDeskVersion } from "@/lib/desk/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const { owner, account } = await requireSignedIn();
  const address = await searchParams;
  const { setting, version, allowances } = await asOwner(owner, (db) =>
    allOf({
      setting: getDeskSetting(db),
      version: getDeskVersion(db),
      allowances: getAllowances(db, account.timeZone),
    }),
  );
  const [t, tNotices] = await Promise.all([getTranslations("settings"), getTranslations("notices")]);
  return (
    <ClientMessages
      only={[
        "settings.profile",
        "settings.limits",
        "note-templates",
        "policy",
        "strength.rules",
        "strength.verdicts",
        "rhythm",
        "digest",
        "notices",
      ]}
    >
      <PageHeader title={t("title")} />
      <SettingsTabs current="general" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-[18px]">
        <Section id="profile" title={t("profile.title")}>
          <ProfileForm
            account={account}
            languages={languageOptions()}
            timeZones={timeZoneOptions()}
            time={timeOf(new Date(), account.timeZone)}
          />
        </Section>
        <Section id="limits" title={t("limits.title")} text={t("limits.text")}>
          <Usage {...allowances} />
          <LimitsForm setting={setting} version={version} />
        </Section>
        <TagSection owner={owner} />
        <DigestSection owner={owner} email={account.email} />
        <Section id="notices" title={tNotices("heading")} text={tNotices("explained")}>
          <NotifyPanel owner={owner} />
        </Section>
        <TemplateSection owner={owner} account={account} address={address} />
        <PolicySection owner={owner} address={address} />
        <FirstStepsSection owner={owner} />
      </div>
    </ClientMessages>
  );
}
