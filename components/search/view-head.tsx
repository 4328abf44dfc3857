"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";

/** What the palette shows of one person, and the way back. */
export function ViewHead({ title, onBack }: { title: string; onBack: () => void }) {
  const t = useTranslations("search");
  return (
    <div className="flex min-h-13 items-center gap-2 border-line border-b px-3">
      <button
        type="button"
        aria-label={t("back")}
        onClick={onBack}
        className={buttonStyle({ variant: "ghost", size: "icon" })}
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
      </button>
      <h2 className="min-w-0 truncate font-bold">{title}</h2>
    </div>
  );
}
