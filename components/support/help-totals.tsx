import { useTranslations } from "next-intl";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { HelpTotals } from "@/lib/support/schema";
import { supportDirections, supportKinds } from "@/lib/support/words";

const cell = "border-line border-t px-4 py-1.5 text-right tabular-nums first:text-left";

/** Help over all, by kind and direction. */
export function HelpTotalsPanel({ totals }: { totals: HelpTotals }) {
  const t = useTranslations("support");
  const sum = (direction: (typeof supportDirections)[number]) =>
    supportKinds.reduce((all, kind) => all + totals[direction][kind], 0);
  const kinds = supportKinds.filter((kind) => supportDirections.some((direction) => totals[direction][kind] > 0));
  return (
    <Panel aria-labelledby="help-totals">
      <PanelHeader id="help-totals" title={t("ledger.totals")} />
      <table className="w-full">
        <thead className="text-dim text-small">
          <tr>
            <th scope="col" className="px-4 py-1.5 text-left font-normal">
              {t("ledger.kind")}
            </th>
            <th scope="col" className="px-4 py-1.5 text-right font-normal">
              {t("ledger.given")}
            </th>
            <th scope="col" className="px-4 py-1.5 text-right font-normal">
              {t("ledger.received")}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row" className={`${cell} font-normal`}>
                {t(`kinds.${kind}`)}
              </th>
              {supportDirections.map((direction) => (
                <td key={direction} className={cell}>
                  {totals[direction][kind]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="font-medium">
          <tr>
            <th scope="row" className={`${cell} font-medium`}>
              {t("ledger.all")}
            </th>
            {supportDirections.map((direction) => (
              <td key={direction} className={cell}>
                {sum(direction)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
