import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstPasswordForm } from "@/components/account/first-password-form";
import { KeysSection } from "@/components/account/keys/keys-section";
import { LeaveForm } from "@/components/account/leave-form";
import { PasswordForm } from "@/components/account/password-form";
import { SessionSection } from "@/components/account/sessions/session-section";
import { HistorySection } from "@/components/audit/history-section";
import { BackupSection } from "@/components/backup/backup-section";
import { PeopleSection } from "@/components/members/people-section";
import { OidcSection } from "@/components/oidc/oidc-section";
import { Section } from "@/components/settings/section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { isConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { hasPassword } from "@/lib/account/password/data";
import { requireSignedIn } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("account") };
}

export default async function AccountPage({ searchParams }: PageProps<"/settings/account">) {
  const { owner, account, session } = await requireSignedIn();
  const { oidc } = await searchParams;
  const [t, tAccount, withPassword, canChange] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account"),
    hasPassword(owner),
    isConfirmed(),
  ]);
  return (
    <ClientMessages
      only={[
        "account.leave",
        "account.password",
        "account.setup",
        "keys.codes",
        "keys.confirm",
        "keys.passkeys",
        "keys.problems",
        "outbox.signOut",
      ]}
    >
      <PageHeader title={t("title")} />
      <SettingsTabs current="account" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-[18px]">
        <Section
          id="password"
          title={tAccount("password.title")}
          text={tAccount(withPassword ? "password.text" : "password.none")}
        >
          {withPassword ? (
            <PasswordForm email={account.email} />
          ) : (
            <FirstPasswordForm email={account.email} canChange={canChange} />
          )}
        </Section>
        <KeysSection owner={owner} account={account} hasPassword={withPassword} />
        <OidcSection owner={owner} hasPassword={withPassword} outcome={oidc} />
        <SessionSection owner={owner} session={session} email={account.email} />
        <HistorySection />
        {account.role === "ADMINISTRATOR" && <PeopleSection />}
        <BackupSection />
        <Section id="leave" title={tAccount("leave.title")} text={tAccount("leave.text")}>
          <LeaveForm email={account.email} canLeave={canChange} />
        </Section>
      </div>
    </ClientMessages>
  );
}
