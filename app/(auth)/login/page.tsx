import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PasskeySignIn } from "@/components/account/keys/passkey-sign-in";
import { Left } from "@/components/account/left";
import { SignInForm } from "@/components/account/sign-in-form";
import { OtherWays } from "@/components/members/other-ways";
import { OidcOutcome } from "@/components/oidc/outcome";
import { ClientMessages } from "@/components/shell/client-messages";
import { Remark } from "@/components/ui/remark";
import { hasOwner } from "@/lib/account/data";
import { hasPasskeys } from "@/lib/account/passkeys/data";
import { passkeyPlace } from "@/lib/account/passkeys/place";
import { returnAddress } from "@/lib/account/return-address";
import { getSignedIn } from "@/lib/auth";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/login">) {
  const { left, reset, next: asked, oidc } = await searchParams;
  const next = returnAddress(typeof asked === "string" ? asked : "/");
  if (await getSignedIn()) redirect(next as Route);
  if (!(await hasOwner())) redirect(left ? "/setup?left=1" : "/setup");
  const t = await getTranslations("account.signIn");
  return (
    <>
      {left && <Left />}
      {reset && (
        <div role="status">
          <Remark className="mb-5">{(await getTranslations("account.reset"))("done")}</Remark>
        </div>
      )}
      <h1 className="mb-5 font-bold text-title">{t("title")}</h1>
      <ClientMessages only={["account.signIn", "keys.problems", "keys.signIn"]}>
        <OidcOutcome outcome={oidc} />
        <SignInForm next={next} />
        {passkeyPlace(env().VOUCH_URL) === "good" && (await hasPasskeys()) && <PasskeySignIn next={next} />}
      </ClientMessages>
      <OtherWays next={next} />
    </>
  );
}
