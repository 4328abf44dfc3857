import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { ActionButton } from "@/components/ui/action-button";
import { DayOf } from "@/components/ui/date";
import { disconnectAction } from "@/lib/account/oidc/actions";
import { getConnection } from "@/lib/account/oidc/data";
import { oidcProvider } from "@/lib/account/oidc/provider";
import type { OwnerId } from "@/lib/db";
import { OidcOutcome } from "./outcome";
import { PasswordForm } from "./password-form";
import { ProviderForm } from "./provider-form";

/** Connecting one's account at the provider, and parting from it; nothing where the settings name no provider. */
export async function OidcSection({ owner, outcome }: { owner: OwnerId; outcome: string | string[] | undefined }) {
  const provider = oidcProvider();
  if (!provider) return null;
  const { name, issuer } = provider;
  const { since, hasPassword } = await getConnection(owner, issuer);
  const t = await getTranslations("oidc.section");
  return (
    <Section id="oidc" title={t("title", { name })} text={t("text")}>
      <OidcOutcome outcome={outcome} />
      {since === null ? (
        <div className="w-fit">
          <ProviderForm label={t("connect", { name })} to="connect" />
        </div>
      ) : (
        <div className="grid justify-items-start gap-3">
          <p>{t.rich("connected", { day: () => <DayOf moment={since} /> })}</p>
          {hasPassword ? (
            <ActionButton action={disconnectAction} fields={{}} done={t("disconnected")} size="medium">
              {t("disconnect")}
            </ActionButton>
          ) : (
            <PasswordForm />
          )}
        </div>
      )}
    </Section>
  );
}
