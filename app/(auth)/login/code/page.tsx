import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/account/keys/code-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Link } from "@/components/ui/link";
import { returnAddress, signInAddress } from "@/lib/account/return-address";
import { codePage } from "@/lib/account/second-factor/sign-in/ask";
import { isCodeAwaited } from "@/lib/account/second-factor/sign-in/data";
import { keptStep } from "@/lib/account/second-factor/sign-in/step-cookie";
import { getSignedIn } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys.signIn"))("title") };
}

export default async function CodePage({ searchParams }: PageProps<"/login/code">) {
  const { next: asked, recovery } = await searchParams;
  const next = returnAddress(typeof asked === "string" ? asked : "/");
  if (await getSignedIn()) redirect(next as Route);
  if (!(await isCodeAwaited(await keptStep()))) redirect(signInAddress(next));
  const isRecovery = recovery !== undefined;
  const t = await getTranslations("keys.signIn");
  return (
    <>
      <h1 className="font-bold text-title">{t("title")}</h1>
      <p className="mt-1 mb-5 text-dim">{t(isRecovery ? "recoveryLead" : "lead")}</p>
      <ClientMessages only={["keys.signIn"]}>
        <CodeForm key={String(isRecovery)} next={next} isRecovery={isRecovery} />
      </ClientMessages>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <Link className="font-medium text-accent" href={codePage(next, !isRecovery) as Route}>
          {t(isRecovery ? "useApp" : "useRecovery")}
        </Link>
        <Link className="font-medium text-accent" href={signInAddress(next)}>
          {t("again")}
        </Link>
      </p>
      <p className="mt-3 text-dim text-small">{t("lost")}</p>
    </>
  );
}
