import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Shortcuts } from "@/components/ui/shortcuts";
import { Toaster } from "@/components/ui/toaster";
import type { FormState } from "@/lib/form-state";
import { Brand } from "./brand";
import type { ShellCounts } from "./destinations";
import { NavList } from "./nav-list";
import { PhoneBar } from "./phone-bar";
import { TopBar } from "./top-bar";

/**
 * What stands around every page of a signed-in owner. `search` is the box on top, `logDialog` the place for logging from
 * anywhere, `outbox` for what waits on this device.
 */
export async function AppShell({
  counts,
  signOut,
  search,
  logDialog,
  outbox,
  children,
}: {
  counts: ShellCounts;
  signOut: () => Promise<FormState>;
  search: ReactNode;
  logDialog?: ReactNode;
  outbox?: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations("shell");
  const list = <NavList counts={counts} signOut={signOut} />;
  return (
    <div className="md:grid md:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 rounded-control bg-accent px-3 py-2 font-medium text-accent-ink not-focus:sr-only"
      >
        {t("skip")}
      </a>
      <nav
        aria-label={t("navigation")}
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-r px-3 py-[18px] md:flex"
      >
        <div className="px-2.5 pt-0.5 pb-4">
          <Brand />
        </div>
        {list}
      </nav>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <TopBar search={search} />
        {outbox}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1180px] flex-1 px-4 pt-2 pb-28 outline-none md:px-8 md:pb-16"
        >
          {children}
        </main>
      </div>
      <PhoneBar>{list}</PhoneBar>
      {logDialog}
      <Shortcuts />
      <Toaster />
    </div>
  );
}
