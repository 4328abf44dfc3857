import { getTranslations } from "next-intl/server";
import { ConfirmFirst } from "@/components/account/keys/confirm-first";
import { Section } from "@/components/settings/section";
import { ActionButton } from "@/components/ui/action-button";
import { DayOf } from "@/components/ui/date";
import { isConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { disconnectAction } from "@/lib/account/oidc/actions";
import { connectedSince } from "@/lib/account/oidc/data";
import { oidcProvider } from "@/lib/account/oidc/provider";
import type { OwnerId } from "@/lib/db";
import { OidcOutcome } from "./outcome";
import { ProviderForm } from "./provider-form";

/**
 * Connecting one's account at the provider, and parting from it, for who has just shown who they are; nothing where the
 * settings name no provider.
 */
export async function OidcSection({
  owner,
  hasPassword,
  outcome,
}: {
  owner: OwnerId;
  hasPassword: boolean;
  outcome: string | string[] | undefined;
}) {
  const provider = oidcProvider();
  if (!provider) return null;
  const { name, issuer } = provider;
  const [since, canChange] = await Promise.all([connectedSince(owner, issuer), isConfirmed()]);
  const t = await getTranslations("oidc.section");
  return (
    <Section id="oidc" title={t("title", { name })} text={t("text")}>
      <OidcOutcome outcome={outcome} />
      <div className="grid justify-items-start gap-3">
        <p>{since === null ? t("notConnected") : t.rich("connected", { day: () => <DayOf moment={since} /> })}</p>
        {since !== null && !hasPassword && <p className="text-dim">{t("passwordFirst")}</p>}
        {!canChange && (since === null || hasPassword) && <ConfirmFirst />}
        {canChange && since === null && <ProviderForm label={t("connect", { name })} to="connect" />}
        {canChange && since !== null && hasPassword && (
          <ActionButton action={disconnectAction} fields={{}} done={t("disconnected")} size="medium">
            {t("disconnect")}
          </ActionButton>
        )}
      </div>
    </Section>
  );
}
