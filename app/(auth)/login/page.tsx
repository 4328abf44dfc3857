import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Left } from "@/components/account/left";
import { SignInForm } from "@/components/account/sign-in-form";
import { OtherWays } from "@/components/members/other-ways";
import { OidcOutcome } from "@/components/oidc/outcome";
import { ClientMessages } from "@/components/shell/client-messages";
import { hasOwner } from "@/lib/account/data";
import { returnAddress } from "@/lib/account/return-address";
import { getSignedIn } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/login">) {
  const { left, next: asked, oidc } = await searchParams;
  const next = returnAddress(typeof asked === "string" ? asked : "/");
  if (await getSignedIn()) redirect(next as Route);
  if (!(await hasOwner())) redirect(left ? "/setup?left=1" : "/setup");
  const t = await getTranslations("account.signIn");
  return (
    <>
      {left && <Left />}
      <h1 className="mb-5 font-bold text-title">{t("title")}</h1>
      <ClientMessages only={["account"]}>
        <OidcOutcome outcome={oidc} />
        <SignInForm next={next} />
      </ClientMessages>
      <OtherWays next={next} />
    </>
  );
}
