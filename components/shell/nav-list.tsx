import { getTranslations } from "next-intl/server";
import { SignOut } from "@/components/offline/sign-out";
import { ClientMessages } from "./client-messages";
import { destinations, type ShellCounts } from "./destinations";
import { NavLink } from "./nav-link";

const link =
  "flex min-h-[33px] items-center justify-between gap-2 rounded-[7px] px-2.5 text-dim hover:text-ink [&[aria-current]]:bg-soft [&[aria-current]]:font-medium [&[aria-current]]:text-ink pointer-coarse:min-h-11";

/** Every page with its count, Settings and leaving at the end: in the rail, and in the phone's drawer. */
export async function NavList({ counts, signOut }: { counts: ShellCounts; signOut: () => Promise<void> }) {
  const t = await getTranslations("shell");
  return (
    <>
      <ul className="grid gap-0.5">
        {destinations.map((destination) => {
          const count = "count" in destination ? counts[destination.count] : undefined;
          return (
            <li key={destination.name}>
              <NavLink href={destination.href} className={link}>
                {t(destination.name)}
                {count ? <span className="text-faint text-small tabular-nums">{t("count", { count })}</span> : null}
              </NavLink>
            </li>
          );
        })}
      </ul>
      <ul className="mt-auto grid gap-0.5 pt-4">
        <li>
          <NavLink href="/settings" className={link}>
            {t("settings")}
          </NavLink>
        </li>
        <li>
          <ClientMessages only={["outbox"]}>
            <SignOut action={signOut} className={`${link} w-full`}>
              {t("signOut")}
            </SignOut>
          </ClientMessages>
        </li>
      </ul>
    </>
  );
}
