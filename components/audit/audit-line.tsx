import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Moment } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { AuditEntry, AuditRow } from "@/lib/audit/schema";

type Did = Parameters<ReturnType<typeof useTranslations<"audit">>["rich"]>[0];

/** What happened, in words, and when. Rows that are there still are linked, by what they are called today. */
export function AuditLine({ event }: { event: AuditEntry }) {
  const t = useTranslations("audit");
  const did = `did.${event.action}` as Did;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 border-line border-t px-4 py-[9px]">
      <span className="min-w-0 flex-1 basis-64 break-words">
        {t.has(did) ? t.rich(did, { what: () => <What event={event} /> }) : t("unnamed", { action: event.action })}
      </span>
      {event.by === "administrator" && <span className="flex-none text-dim text-small">{t("administrator")}</span>}
      <span className="flex-none text-dim text-small tabular-nums">
        <Moment at={event.at} />
      </span>
    </li>
  );
}

/** Kinds of rows that are about somebody, in words of the log. */
const aboutPeople = new Set([
  ...["contact", "interaction", "credential_check", "assessment", "support_act", "introduction", "invitation"],
  ...["recommendation", "follow_up", "cadence", "touch_put_off", "queue_choice", "removal", "contact_merge"],
]);

function What({ event: { action, entity, rows, isMore } }: { event: AuditEntry }): ReactNode {
  const t = useTranslations("audit");
  if (action === "exports.take") return entity;
  if (rows.length === 0) {
    return <span className="text-dim">{t(aboutPeople.has(entity) ? "gone.person" : "gone.row")}</span>;
  }
  const once = rows.filter(({ name }, place) => rows.findIndex((row) => row.name === name) === place);
  return (
    <>
      {once.map((row, place) => (
        <Fragment key={row.name}>
          {place > 0 && ", "}
          <RowName {...row} />
        </Fragment>
      ))}
      {isMore && ` ${t("more")}`}
    </>
  );
}

export function RowName({ name, href }: AuditRow) {
  return href ? (
    <Link href={href} className="font-medium hover:underline">
      {name}
    </Link>
  ) : (
    <span className="font-medium">{name}</span>
  );
}
