import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

/** Search, new contact and log, on top of every page. On a phone logging is in the bar under the thumb instead. */
export function TopBar({ search }: { search: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <header className="sticky top-0 z-20 bg-bg/95 backdrop-blur-sm">
      <div className="mx-auto flex w-full max-w-[1180px] items-center gap-3 px-4 py-3 md:px-8 md:pt-5 md:pb-3">
        {search}
        <div className="ml-auto flex flex-none gap-3">
          <ButtonLink href="/contacts/new" keyHint="N" className="max-md:px-2.5">
            <Plus aria-hidden="true" className="size-4.5 md:hidden" />
            <span className="max-md:sr-only">{t("newContact")}</span>
          </ButtonLink>
          <ButtonLink href="/log" variant="primary" keyHint="L" className="max-md:hidden">
            {t("log")}
          </ButtonLink>
        </div>
      </div>
    </header>
  );
}
