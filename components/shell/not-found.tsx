import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";

/** What is not there and what is another owner's look the same. */
export async function NotFound() {
  const t = await getTranslations("common.problem");
  return (
    <Problem title={t("notFoundTitle")} text={t("notFoundText")}>
      <ButtonLink href="/" variant="primary">
        {t("home")}
      </ButtonLink>
    </Problem>
  );
}
