import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { Named } from "@/lib/privacy/schema";

/** Where others' notes name the person, and what erasing does to them; `more`: in how many more places than are named here. */
export function NamedPanel({ named, more }: { named: Named[]; more: number }) {
  const t = useTranslations("privacy");
  if (named.length + more === 0) return null;
  return (
    <Panel aria-labelledby="named">
      <PanelHeader id="named" title={t("named.title")} />
      <p className="max-w-[70ch] px-4 pb-3 text-dim">{t("named.text", { somebody: t("somebody") })}</p>
      <ul>
        {named.map(({ id, source, name, href }) => (
          <li key={id} className="border-line border-t px-4 py-[9px]">
            <Link href={href} className="font-medium hover:underline">
              {source === "contact" ? name : t("named.meeting", { name })}
            </Link>
          </li>
        ))}
        {more > 0 && (
          <li className="border-line border-t px-4 py-[9px] text-dim">{t("named.more", { count: more })}</li>
        )}
      </ul>
    </Panel>
  );
}
