import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeysSection } from "@/components/account/keys/keys-section";
import { LeaveForm } from "@/components/account/leave-form";
import { PasswordForm } from "@/components/account/password-form";
import { SessionSection } from "@/components/account/sessions/session-section";
import { HistorySection } from "@/components/audit/history-section";
import { BackupSection } from "@/components/backup/backup-section";
import { DigestSection } from "@/components/digest/digest-section";
import { PeopleSection } from "@/components/members/people-section";
import { TemplateSection } from "@/components/note-templates/template-section";
import { NotifyPanel } from "@/components/notices/notify-panel";
import { OidcSection } from "@/components/oidc/oidc-section";
import { PolicySection } from "@/components/policy/policy-section";
import { TagSection } from "@/components/rhythm/tag-section";
import { LimitsForm } from "@/components/settings/limits-form";
import { languageOptions, timeZoneOptions } from "@/components/settings/options";
import { ProfileForm } from "@/components/settings/profile-form";
import { Section } from "@/components/settings/section";
import { Usage } from "@/components/settings/usage";
import { ClientMessages } from "@/components/shell/client-messages";
import { FirstStepsSection } from "@/components/today/first-steps-section";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignedIn } from "@/lib/auth";
import { timeOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { getAllowances, getDeskSetting, getDeskVersion } from "@/lib/desk/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const { owner, account, session } = await requireSignedIn();
  const address = await searchParams;
  const { setting, version, allowances } = await asOwner(owner, async (db) => ({
    setting: await getDeskSetting(db),
    version: await getDeskVersion(db),
    allowances: await getAllowances(db, account.timeZone),
  }));
  const [t, tAccount, tNotices] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account"),
    getTranslations("notices"),
  ]);
  return (
    <ClientMessages
      only={[
        "settings",
        "note-templates",
        "policy",
        "strength",
        "account",
        "rhythm",
        "digest",
        "notices",
        "outbox",
        "keys",
        "oidc",
      ]}
    >
      <PageHeader title={t("title")} />
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
        {account.role === "ADMINISTRATOR" && <PeopleSection />}
        <BackupSection />
        <Section id="password" title={tAccount("password.title")} text={tAccount("password.text")}>
          <PasswordForm email={account.email} />
        </Section>
        <KeysSection owner={owner} account={account} />
        <OidcSection owner={owner} outcome={address.oidc} />
        <SessionSection owner={owner} session={session} email={account.email} />
        <HistorySection />
        <Section id="leave" title={tAccount("leave.title")} text={tAccount("leave.text")}>
          <LeaveForm email={account.email} />
        </Section>
      </div>
    </ClientMessages>
  );
}
