"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";

/**
 * What is not there and what is another owner's look the same. A client component, as it comes with every page and is seldom
 * drawn: docs/decisions/032-what-a-page-is-made-of.md.
 */
export function NotFound() {
  const t = useTranslations("common.problem");
  return (
    <Problem title={t("notFoundTitle")} text={t("notFoundText")}>
      <ButtonLink href="/" variant="primary">
        {t("home")}
      </ButtonLink>
    </Problem>
  );
}
