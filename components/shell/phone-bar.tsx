import { Menu, NotebookPen, Sparkles, Sun, Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link";

const item =
  "grid min-h-14 w-full content-center justify-items-center gap-0.5 text-dim text-tiny [&[aria-current]]:font-bold [&[aria-current]]:text-ink";
const icon = { "aria-hidden": true, className: "my-1 size-5" } as const;

/** The phone's navigation at the bottom: three pages, logging in the middle, and the drawer with all the rest. */
export async function PhoneBar({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <div className="md:hidden">
      <nav
        aria-label={t("shortcuts")}
        className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-panel pb-[env(safe-area-inset-bottom)]"
      >
        <ul className="grid grid-cols-5 items-center">
          <li>
            <NavLink href="/" className={item}>
              <Sun {...icon} />
              {t("today")}
            </NavLink>
          </li>
          <li>
            <NavLink href="/contacts" className={item}>
              <Users {...icon} />
              {t("contacts")}
            </NavLink>
          </li>
          <li>
            <NavLink href="/log" className={`${item} font-bold`}>
              <span className="grid h-7 w-12 place-items-center rounded-full bg-accent text-accent-ink">
                <NotebookPen aria-hidden="true" className="size-5" />
              </span>
              {t("logShort")}
            </NavLink>
          </li>
          <li>
            <NavLink href="/ready" className={item}>
              <Sparkles {...icon} />
              {t("readyShort")}
            </NavLink>
          </li>
          <li>
            <button type="button" popoverTarget="drawer" className={item}>
              <Menu {...icon} />
              {t("more")}
            </button>
          </li>
        </ul>
      </nav>
      <nav
        id="drawer"
        popover="auto"
        aria-label={t("navigation")}
        className="inset-auto inset-x-0 bottom-0 m-0 w-full max-w-none rounded-t-panel border border-line bg-panel p-4 pb-[max(1rem,env(safe-area-inset-bottom))] text-ink text-touch shadow-float backdrop:bg-veil"
      >
        {children}
      </nav>
    </div>
  );
}
