import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Left } from "@/components/account/left";
import { Notice } from "@/components/account/notice";
import { SetupForm } from "@/components/account/setup-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { hasOwner, isSetupTokenValid } from "@/lib/account/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.setup"))("title") };
}

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token, left } = await searchParams;
  const t = await getTranslations("account.setup");
  if (await hasOwner()) {
    return (
      <Notice title={t("doneTitle")} text={t("doneText")}>
        <Link className="font-medium text-accent" href="/login">
          {t("signIn")}
        </Link>
      </Notice>
    );
  }
  if (typeof token !== "string") {
    return (
      <>
        {left && <Left />}
        <Notice title={t("firstTitle")} text={t("firstText")} />
      </>
    );
  }
  if (!(await isSetupTokenValid(token))) return <Notice title={t("goneTitle")} text={t("goneText")} />;
  return (
    <>
      <h1 className="font-bold text-title">{t("title")}</h1>
      <p className="mt-1 mb-5 text-dim">{t("lead")}</p>
      <ClientMessages only={["account.setup"]}>
        <SetupForm token={token} />
      </ClientMessages>
    </>
  );
}
