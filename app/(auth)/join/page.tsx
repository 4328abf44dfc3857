import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/account/notice";
import { ArrivedForm, JoinForm } from "@/components/members/join-form";
import { OidcOutcome } from "@/components/oidc/outcome";
import { ProviderForm } from "@/components/oidc/provider-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { hasOwner } from "@/lib/account/data";
import { arrivalCookie } from "@/lib/account/oidc/cookies";
import { oidcProvider } from "@/lib/account/oidc/provider";
import { getSignedIn } from "@/lib/auth";
import { getWelcome } from "@/lib/members/join/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.join"))("title") };
}

export default async function JoinPage({ searchParams }: PageProps<"/join">) {
  const { token: asked, oidc, with: by } = await searchParams;
  const token = typeof asked === "string" ? asked : "";
  if (!(await hasOwner())) redirect("/setup");
  const [t, tOidc] = await Promise.all([getTranslations("members.join"), getTranslations("oidc")]);
  const signedIn = await getSignedIn();
  if (signedIn) {
    return (
      <Notice title={t("hereTitle")} text={t("hereText", { email: signedIn.account.email })}>
        <Link className="font-medium text-accent" href="/">
          {t("home")}
        </Link>
      </Notice>
    );
  }
  const welcome = await getWelcome(token);
  if (welcome !== "welcome") {
    return (
      <Notice title={t(`${welcome}Title`)} text={t(`${welcome}Text`)}>
        <Link className="font-medium text-accent" href="/login">
          {t("signIn")}
        </Link>
      </Notice>
    );
  }
  const provider = oidcProvider();
  const arrived = provider && by !== "password" ? await arrivalCookie.read() : null;
  const arrival = arrived?.token === token ? arrived : null;
  return (
    <>
      <h1 className="font-bold text-title">{t("title")}</h1>
      <p className="mt-1 mb-5 text-dim">{t("lead")}</p>
      <OidcOutcome outcome={oidc} />
      <ClientMessages only={["account.setup", "members.join"]}>
        {provider && arrival ? (
          <ArrivedForm token={token} provider={provider.name} name={arrival.name} email={arrival.email} />
        ) : (
          <JoinForm token={token} />
        )}
      </ClientMessages>
      {provider && (
        <div className="mt-5 border-line border-t pt-5">
          {arrival ? (
            <Link className="font-medium text-accent" href={{ query: { token, with: "password" } }}>
              {t("instead")}
            </Link>
          ) : (
            <ProviderForm label={tOidc("continue", { name: provider.name })} to="join" token={token} />
          )}
        </div>
      )}
    </>
  );
}
