import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { type Held, heldKinds } from "@/lib/privacy/schema";

/** What is held about somebody, by kind, with the way to it. Kinds of which there is nothing say so too. */
export function HeldTable({ held }: { held: Held[] }) {
  const t = useTranslations("privacy");
  const { number } = useFormatter();
  return (
    <Panel aria-labelledby="held">
      <PanelHeader id="held" title={t("held.title")} />
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("held.caption")}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("held.what")}</th>
            <th scope="col">{t("held.count")}</th>
          </tr>
        </thead>
        <tbody>
          {heldKinds.map((kind) => {
            const { count, href } = held.find((found) => found.kind === kind) ?? { count: 0, href: null };
            return (
              <tr key={kind} className={count === 0 ? "border-line border-t text-dim" : "border-line border-t"}>
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  {count > 0 && href ? (
                    <Link href={href} className="hover:underline">
                      {t(`kinds.${kind}`)}
                    </Link>
                  ) : (
                    t(`kinds.${kind}`)
                  )}
                </th>
                <td className="px-4 py-1.5 text-right tabular-nums">{number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
