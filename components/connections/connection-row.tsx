import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { Day, DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Pill } from "@/components/ui/pill";
import { markRemovedAction, undoRemovedAction } from "@/lib/connections/actions";
import type { ConnectionSummary } from "@/lib/connections/schema";
import { type Rule, rules } from "@/lib/strength/schema";

/** One connection by today's rules: which hold, what is missing, and when you were last in touch. */
export function ConnectionRow({ connection }: { connection: ConnectionSummary }) {
  const t = useTranslations("connections");
  const { locale } = useReader();
  const list = (missing: Rule[]) =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(missing.map((rule) => t(`unmet.${rule}`)));
  const { id, fullName, about, connectedOn, last, unmet, strength } = connection;
  return (
    <article
      aria-label={fullName}
      className="grid items-center gap-x-3 gap-y-2 border-line border-t px-4 py-2.5 first:border-t-0 sm:grid-cols-[30px_minmax(0,1fr)_auto]"
    >
      <span className="hidden sm:block">
        <Avatar name={fullName} />
      </span>
      <div className="min-w-0">
        <h2 className="text-body">
          <Link href={`/contacts/${id}`} className="font-medium hover:underline">
            {fullName}
          </Link>
          {about && <span className="text-dim"> · {about}</span>}
          {connectedOn && (
            <span className="text-dim"> · {t.rich("connectedOn", { day: () => <Day day={connectedOn} /> })}</span>
          )}
        </h2>
        <p className="text-dim text-small">
          {unmet.length === 0 && t("vouched")}
          {unmet.length === rules.length && t("none")}
          {unmet.length > 0 && unmet.length < rules.length && t("missing", { rules: list(unmet) })}{" "}
          {last ? t.rich("last", { day: () => <DayOf moment={last} near /> }) : t("never")}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3 sm:justify-end">
        {connection.hasConcern && <Pill tone="blocked">{t("concern")}</Pill>}
        <span className="text-dim text-small">{t("rulesMet", { count: rules.length - unmet.length })}</span>
        <Meter value={strength} label={t("strengthOf", { name: fullName })} />
        <ActionButton
          action={markRemovedAction}
          fields={{ contactId: id }}
          done={t("removed", { name: fullName })}
          undo={{ action: undoRemovedAction, fields: { contactId: id } }}
          variant="ghost"
          aria-label={`${t("remove")}: ${fullName}`}
        >
          {t("remove")}
        </ActionButton>
      </div>
    </article>
  );
}
