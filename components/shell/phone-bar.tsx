import { Menu, NotebookPen, Sparkles, Sun, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { NavLink } from "./nav-link";
import { drawerId } from "./rail";

const item =
  "grid min-h-14 w-full content-center justify-items-center gap-0.5 text-dim text-tiny [&[aria-current]]:font-bold [&[aria-current]]:text-ink";
const icon = { "aria-hidden": true, className: "my-1 size-5" } as const;

/** The phone's navigation at the bottom: three pages, logging in the middle, and the drawer with all the rest. */
export function PhoneBar() {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("shortcuts")}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
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
          <button type="button" popoverTarget={drawerId} className={item}>
            <Menu {...icon} />
            {t("more")}
          </button>
        </li>
      </ul>
    </nav>
  );
}
