"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { CopyButton } from "@/components/ui/copy-button";
import { FormContext } from "@/components/ui/form-context";

/** The recovery codes that the form around it has just made, with or without script. */
export function ShownCodes() {
  const t = useTranslations("keys.codes");
  const codes = use(FormContext).saved?.shownOnce;
  if (!codes) return null;
  return (
    <div role="status" className="print-alone grid gap-3 rounded-control bg-soft p-4">
      <p className="font-medium">{t("shown")}</p>
      <p className="text-dim">{t("shownText")}</p>
      <ul aria-label={t("shown")} className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
        {codes.split("\n").map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${t("file")}\n\n${codes}\n`)}`}
          download="vouch-recovery-codes.txt"
          className={buttonStyle({ size: "small" })}
        >
          {t("download")}
        </a>
        <CopyButton
          text={codes}
          copied={t("copied")}
          notCopied={t("notCopied")}
          size="small"
          className="noscript:hidden"
        >
          {t("copy")}
        </CopyButton>
        <Button size="small" className="noscript:hidden" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </div>
    </div>
  );
}
