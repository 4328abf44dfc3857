import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeaveForm } from "@/components/account/leave-form";
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
import { SubmitButton } from "@/components/ui/submit-button";
import { signOutAction } from "@/lib/account/actions";
import { requireSignedIn } from "@/lib/auth";
import { timeOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { getAllowances, getDeskSetting } from "@/lib/desk/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const { owner, account } = await requireSignedIn();
  const address = await searchParams;
  const { setting, allowances } = await asOwner(owner, async (db) => ({
    setting: await getDeskSetting(db),
    allowances: await getAllowances(db, account.timeZone),
  }));
  const [t, tLeave, tNotices] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account.leave"),
    getTranslations("notices"),
  ]);
  return (
    <ClientMessages
      only={["settings", "note-templates", "policy", "strength", "account", "rhythm", "digest", "notices", "oidc"]}
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
          <LimitsForm setting={setting} />
        </Section>
        <TagSection owner={owner} />
        <DigestSection owner={owner} email={account.email} />
        <Section id="notices" title={tNotices("heading")} text={tNotices("explained")}>
          <NotifyPanel owner={owner} />
        </Section>
        <TemplateSection owner={owner} account={account} address={address} />
        <PolicySection owner={owner} address={address} />
        <FirstStepsSection owner={owner} />
        <OidcSection owner={owner} outcome={address.oidc} />
        {account.role === "ADMINISTRATOR" && <PeopleSection />}
        <Section id="session" title={t("session.title")} text={t("session.text", { email: account.email })}>
          <form action={signOutAction}>
            <SubmitButton variant="secondary">{t("session.signOut")}</SubmitButton>
          </form>
        </Section>
        <Section id="leave" title={tLeave("title")} text={tLeave("text")}>
          <LeaveForm email={account.email} />
        </Section>
      </div>
    </ClientMessages>
  );
}
