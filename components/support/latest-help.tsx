import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { HelpAct } from "@/lib/support/schema";
import { ActRow } from "./act-row";

/** The latest acts of help with anybody. */
export function LatestHelp({ acts }: { acts: HelpAct[] }) {
  const t = useTranslations("support");
  return (
    <Panel aria-labelledby="latest-help">
      <PanelHeader id="latest-help" title={t("ledger.latest")} />
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            <ActRow
              act={act}
              title={
                <>
                  <Link href={`/contacts/${act.contactId}`} className="hover:underline">
                    {act.fullName}
                  </Link>
                  <span className="font-normal text-dim">
                    {" · "}
                    {t("act", { direction: t(`directionOf.${act.direction}`), kind: t(`kindOf.${act.kind}`) })}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
