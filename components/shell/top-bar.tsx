import { Plus, Search } from "lucide-react";
import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** Search, new contact and log, on top of every page. On a phone logging is in the bar under the thumb instead. */
export async function TopBar() {
  const t = await getTranslations("shell");
  return (
    <header className="sticky top-0 z-20 bg-bg/95 backdrop-blur-sm">
      <div className="mx-auto flex w-full max-w-[1180px] items-center gap-3 px-4 py-3 md:px-8 md:pt-5 md:pb-3">
        <Form action="/contacts" prefetch={false} role="search" className="relative min-w-0 flex-1 md:max-w-[420px]">
          <Search
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 size-4 text-faint"
          />
          <input
            type="search"
            name="q"
            aria-label={t("search")}
            aria-keyshortcuts="/"
            placeholder={t("searchPlaceholder")}
            autoComplete="off"
            className="peer min-h-[38px] w-full rounded-control border border-edge bg-panel pr-10 pl-9 pointer-coarse:min-h-11 pointer-coarse:text-touch"
          />
          <span
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 peer-focus:hidden peer-not-placeholder-shown:hidden"
          >
            <Kbd>/</Kbd>
          </span>
        </Form>
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
