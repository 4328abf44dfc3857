"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "../copy-button";

/** Where what was typed can't be saved any more: it can be taken along. */
export function CopyTyped({ text }: { text: string }) {
  const t = useTranslations("common.conflict");
  return (
    <span className="mt-2 block noscript:hidden">
      <CopyButton text={text} size="small" copied={t("copied")} notCopied={t("notCopied")}>
        {t("copy")}
      </CopyButton>
    </span>
  );
}
