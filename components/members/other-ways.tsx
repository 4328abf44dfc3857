import { getTranslations } from "next-intl/server";
import { ProviderForm } from "@/components/oidc/provider-form";
import { Link } from "@/components/ui/link";
import { oidcProvider } from "@/lib/account/oidc/provider";
import { getSignUp } from "@/lib/members/join/data";

/** Under the sign-in form: the provider's button, and for everybody who may the way to an account. */
export async function OtherWays({ next }: { next: string }) {
  const [t, tJoin] = await Promise.all([getTranslations("oidc"), getTranslations("members.join")]);
  const provider = oidcProvider();
  const mayJoin = (await getSignUp()) === "OPEN";
  if (!provider && !mayJoin) return null;
  return (
    <div className="mt-5 grid gap-4 border-line border-t pt-5">
      {provider && <ProviderForm label={t("continue", { name: provider.name })} to="signIn" next={next} />}
      {mayJoin && (
        <Link href="/join" className="font-medium text-accent">
          {tJoin("link")}
        </Link>
      )}
    </div>
  );
}
