import { getTranslations } from "next-intl/server";
import { Remark } from "@/components/ui/remark";
import { oidcProvider } from "@/lib/account/oidc/provider";
import { outcomes } from "@/lib/account/oidc/schema";

/** How signing in at the provider ended, as the address says (`?oidc=`). */
export async function OidcOutcome({ outcome }: { outcome: string | string[] | undefined }) {
  const provider = oidcProvider();
  const known = outcomes.find((one) => one === outcome);
  if (!provider || !known) return null;
  const t = await getTranslations("oidc.outcomes");
  return (
    <div role={known === "connected" || known === "confirmed" ? "status" : "alert"}>
      <Remark className="mb-5">{t(known, { name: provider.name })}</Remark>
    </div>
  );
}
