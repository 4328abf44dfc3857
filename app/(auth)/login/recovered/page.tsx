import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { countRecoveryCodes } from "@/lib/account/keys/data";
import { returnAddress } from "@/lib/account/return-address";
import { requireOwner } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys.recovered"))("title") };
}

/** Between a recovery code and where it leads: how many are left. */
export default async function RecoveredPage({ searchParams }: PageProps<"/login/recovered">) {
  const owner = await requireOwner();
  const { next } = await searchParams;
  const [t, left] = await Promise.all([getTranslations("keys.recovered"), countRecoveryCodes(owner)]);
  return (
    <div className="grid gap-3">
      <h1 className="font-bold text-title">{t("title")}</h1>
      <p className="text-dim">{t("left", { left })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={returnAddress(typeof next === "string" ? next : "/") as Route}>
          {t("on")}
        </ButtonLink>
        <ButtonLink href="/settings/account#signing-in">{t("renew")}</ButtonLink>
      </div>
    </div>
  );
}
