import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";

type LaneName = "ready" | "invitations" | "touch" | "lapsing" | "followUps" | "owed";

/** One lane of Today: what it is about, how many there are, the first few, and where the rest is. */
export function Lane({
  name,
  count,
  open,
  beside,
  children,
}: {
  name: LaneName;
  count: number;
  /** Where all of them are. */
  open?: { href: Route; text: string };
  /** Those that could be in it and aren't, said beside the count. */
  beside?: { href: Route; text: string };
  children: ReactNode;
}) {
  const t = useTranslations("today");
  const id = `lane-${name}`;
  return (
    <Panel aria-labelledby={id}>
      <PanelHeader id={id} title={t(`${name}.title`)} note={count || undefined}>
        {beside && (
          <Link href={beside.href} className="mr-3 hover:text-ink hover:underline">
            {beside.text}
          </Link>
        )}
        {open && count > 0 && (
          <Link href={open.href} className="hover:text-ink hover:underline">
            {open.text} <span aria-hidden="true">→</span>
          </Link>
        )}
      </PanelHeader>
      {count > 0 ? children : <p className="max-w-[60ch] px-4 pb-3.5 text-dim">{t(`${name}.empty`)}</p>}
    </Panel>
  );
}
