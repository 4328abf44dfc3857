import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { enoughAnswered, type Works } from "@/lib/invitations/outgoing/schema";
import { type Line, ShareTable } from "./share-table";

/** Which invitations are accepted, once there are enough to say so. */
export function WorksPanel({ works, days }: { works: Works; days: number }) {
  const t = useTranslations("invitations.works");
  const reader = useReader();
  const { answered } = works;
  if (answered < enoughAnswered) {
    const count = enoughAnswered - answered;
    return (
      <Panel aria-label={t("title")}>
        <EmptyState title={t("title")} text={t("missing", { count, days, answered, needed: enoughAnswered })} />
      </Panel>
    );
  }
  const accepted = works.rules.reduce((total, share) => total + share.accepted, 0);
  const share = new Intl.NumberFormat(reader.locale, { style: "percent" }).format(accepted / answered);
  const tables: { by: "templates" | "rules" | "met"; lines: Line[] }[] = [
    {
      by: "templates",
      lines: works.templates.map(({ key, ...line }) => ({
        ...line,
        name: key === "" ? t("noNote") : (key ?? t("ownWords")),
      })),
    },
    { by: "rules", lines: works.rules.map(({ key, ...line }) => ({ ...line, name: t("rules", { count: key }) })) },
    { by: "met", lines: works.met.map(({ key, ...line }) => ({ ...line, name: t(`met.${key ?? "none"}`) })) },
  ];
  return (
    <Panel aria-labelledby="works" className="grid gap-5 p-4 sm:p-5">
      <div>
        <h2 id="works" className="font-bold text-heading">
          {t("all", { accepted, sent: answered, share })}
        </h2>
        <p className="mt-1 max-w-[70ch] text-dim">{t("text", { days })}</p>
      </div>
      {tables.map(({ by, lines }) => (
        <ShareTable key={by} caption={t(`by.${by}`)} heading={t(`heading.${by}`)} lines={lines} />
      ))}
    </Panel>
  );
}
