"use client";

import { useTranslations } from "next-intl";
import { SignOut } from "@/components/offline/sign-out";
import { Kbd } from "@/components/ui/kbd";
import type { FormState } from "@/lib/form-state";
import { destinations, type ShellCounts } from "./destinations";
import { ShowKeys } from "./keys/show-keys";
import { NavLink } from "./nav-link";

const link =
  "flex min-h-[33px] items-center justify-between gap-2 rounded-[7px] px-2.5 text-dim hover:text-ink [&[aria-current]]:bg-soft [&[aria-current]]:font-medium [&[aria-current]]:text-ink pointer-coarse:min-h-11";

/**
 * Every page with its count, Settings and leaving at the end: in the rail, and in the phone's drawer. A client component, as it
 * is on every page, twice: docs/decisions/032-what-a-page-is-made-of.md.
 */
export function NavList({ counts, signOut }: { counts: ShellCounts; signOut: () => Promise<FormState> }) {
  const t = useTranslations("shell");
  return (
    <>
      <ul className="grid gap-0.5">
        {destinations.map((destination) => {
          const go = "go" in destination ? destination.go : undefined;
          const count = "count" in destination ? counts[destination.count] : undefined;
          return (
            <li key={destination.name}>
              <NavLink href={destination.href} go={go} className={link}>
                {t(destination.name)}
                <span className="flex items-center gap-2">
                  {count ? <span className="text-faint text-small tabular-nums">{t("count", { count })}</span> : null}
                  {go && <GoHint>{go}</GoHint>}
                </span>
              </NavLink>
            </li>
          );
        })}
      </ul>
      <ul className="mt-auto grid gap-0.5 pt-4">
        <li className="pointer-coarse:hidden">
          <ShowKeys className={`${link} w-full`}>{t("keys.open")}</ShowKeys>
        </li>
        <li>
          <NavLink href="/settings" go="S" className={link}>
            {t("settings")}
            <GoHint>S</GoHint>
          </NavLink>
        </li>
        <li>
          <SignOut action={signOut} className={`${link} w-full`}>
            {t("signOut")}
          </SignOut>
        </li>
      </ul>
    </>
  );
}

/** The letter that leads there, shown from G on until the next key. */
function GoHint({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="hidden in-data-going:inline">
      <Kbd>{children}</Kbd>
    </span>
  );
}
