import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/account/notice";
import { ResetForm } from "@/components/account/reset-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { isResetTokenValid } from "@/lib/account/reset/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.reset"))("title") };
}

export default async function ResetPage({ searchParams }: PageProps<"/reset">) {
  const { token } = await searchParams;
  const t = await getTranslations("account.reset");
  if (typeof token !== "string" || !(await isResetTokenValid(token))) {
    return (
      <Notice title={t("goneTitle")} text={t("goneText")}>
        <Link className="font-medium text-accent" href="/login">
          {t("signIn")}
        </Link>
      </Notice>
    );
  }
  return (
    <>
      <h1 className="font-bold text-title">{t("title")}</h1>
      <p className="mt-1 mb-5 text-dim">{t("lead")}</p>
      <ClientMessages only={["account.reset", "account.setup"]}>
        <ResetForm token={token} />
      </ClientMessages>
    </>
  );
}
