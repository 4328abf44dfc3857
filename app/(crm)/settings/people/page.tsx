import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmPanel } from "@/components/account/keys/confirm-panel";
import { InviteForm } from "@/components/members/invite-form";
import { InviteList } from "@/components/members/invite-list";
import { MemberList } from "@/components/members/member-list";
import { SignUpForm } from "@/components/members/sign-up-form";
import { OidcOutcome } from "@/components/oidc/outcome";
import { Section } from "@/components/settings/section";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Remark } from "@/components/ui/remark";
import { requireAdministrator } from "@/lib/members/administrator";
import { inviteDays, listInvites, listMembers } from "@/lib/members/data";
import { getSignUp } from "@/lib/members/join/data";
import { peopleAddress } from "@/lib/members/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/settings/people">) {
  const { owner } = await requireAdministrator();
  const asked = await searchParams;
  const { q, before } = peopleAddress.parse(asked);
  const [signUp, invites, page, t] = await Promise.all([
    getSignUp(),
    listInvites(owner),
    listMembers(owner, { asked: q, before }),
    getTranslations("members"),
  ]);
  return (
    <ClientMessages only={["keys.confirm", "keys.problems", "members"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <ButtonLink href="/settings/account" variant="ghost">
          {t("back")}
        </ButtonLink>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-[18px]">
        <Section id="sign-up" title={t("signUp.title")}>
          <SignUpForm signUp={signUp} />
        </Section>
        <Section id="invites" title={t("invite.title")} text={t("invite.text", { days: inviteDays })}>
          {signUp === "CLOSED" && <Remark className="mb-4">{t("invite.rest")}</Remark>}
          <InviteForm />
          {invites.length > 0 && <InviteList invites={invites} />}
        </Section>
        <Section id="administrators" title={t("administrators.title")} text={t("administrators.text")}>
          <OidcOutcome outcome={asked.oidc} />
          <ConfirmPanel at="people" />
        </Section>
        <MemberList page={page} asked={q} isFirst={!before} you={owner} />
      </div>
    </ClientMessages>
  );
}
