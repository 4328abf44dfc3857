import { useTranslations } from "next-intl";
import { SignOut } from "@/components/offline/sign-out";
import { Kbd } from "@/components/ui/kbd";
import type { FormState } from "@/lib/form-state";
import { Brand } from "./brand";
import { destinations, type ShellCounts } from "./destinations";
import { ShowKeys } from "./keys/show-keys";
import { NavLink } from "./nav-link";

const link =
  "flex min-h-[33px] items-center justify-between gap-2 rounded-[7px] px-2.5 text-dim hover:text-ink [&[aria-current]]:bg-soft [&[aria-current]]:font-medium [&[aria-current]]:text-ink pointer-coarse:min-h-11";

/** By this id `PhoneBar` opens the rail where it is a drawer. */
export const drawerId = "drawer";

// A popover that is shown in its place while closed, where there is room.
const drawer =
  "max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:max-w-none max-md:rounded-t-panel max-md:bg-panel max-md:p-4 max-md:pb-[max(1rem,env(safe-area-inset-bottom))] max-md:text-touch max-md:shadow-float backdrop:bg-veil";
const rail =
  "md:sticky md:inset-auto md:top-0 md:flex md:h-dvh md:w-auto md:flex-col md:overflow-y-auto md:border-0 md:border-r md:bg-transparent md:px-3 md:py-[18px]";

/**
 * Every page with its count, Settings and leaving at the end: at the left, and on a phone in a drawer from below, which
 * `PhoneBar` opens.
 */
export function Rail({ counts, signOut }: { counts: ShellCounts; signOut: () => Promise<FormState> }) {
  const t = useTranslations("shell");
  return (
    <nav
      id={drawerId}
      popover="auto"
      aria-label={t("navigation")}
      className={`m-0 border border-line text-ink ${drawer} ${rail}`}
    >
      <div className="px-2.5 pt-0.5 pb-4 max-md:hidden">
        <Brand />
      </div>
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
    </nav>
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
