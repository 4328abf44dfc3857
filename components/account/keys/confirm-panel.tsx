import { getTranslations } from "next-intl/server";
import { isConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { getWays } from "@/lib/account/confirmation/data";
import { oidcProvider } from "@/lib/account/oidc/provider";
import { passkeyPlace } from "@/lib/account/passkeys/place";
import { requireSignedIn } from "@/lib/auth";
import { env } from "@/lib/env";
import { ConfirmForm } from "./confirm-form";

/** Where people show once more who they are, by whatever their account has, before anything grave. `at`: the page of Settings. */
export async function ConfirmPanel({ at }: { at: "account" | "people" }) {
  const t = await getTranslations("keys.confirm");
  if (await isConfirmed()) return <p className="text-dim text-small">{t("forNow")}</p>;
  const { owner, account } = await requireSignedIn();
  const provider = oidcProvider();
  const ways = await getWays(owner, provider?.issuer ?? null);
  return (
    <ConfirmForm
      label={t(at === "account" ? "open" : "show")}
      passwordOf={ways.password ? account.email : null}
      withPasskey={ways.passkey && passkeyPlace(env().VOUCH_URL) === "good"}
      provider={provider && ways.provider ? { name: provider.name, at } : null}
    />
  );
}
