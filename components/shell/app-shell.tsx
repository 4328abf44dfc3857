"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shortcuts } from "@/components/ui/shortcuts";
import { Toaster } from "@/components/ui/toaster";
import type { FormState } from "@/lib/form-state";
import type { ShellCounts } from "./destinations";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";

/**
 * What stands around every page of a signed-in owner. `search` is the box on top, `logDialog` the place for logging from
 * anywhere, `outbox` for what waits on this device. A client component, as it is on every page:
 * docs/decisions/032-what-a-page-is-made-of.md.
 */
export function AppShell({
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
  const t = useTranslations("shell");
  return (
    <div className="md:grid md:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 rounded-control bg-accent px-3 py-2 font-medium text-accent-ink not-focus:sr-only"
      >
        {t("skip")}
      </a>
      <Rail counts={counts} signOut={signOut} />
      <div className="flex min-h-dvh min-w-0 flex-col md:col-start-2">
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
      <PhoneBar />
      {logDialog}
      <Shortcuts />
      <Toaster />
    </div>
  );
}
