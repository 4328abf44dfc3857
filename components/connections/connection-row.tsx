import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Day, DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import type { ConnectionSummary } from "@/lib/connections/schema";
import { ReasonText } from "./reason-text";
import { RemovalButton } from "./removal-button";
import type { RemovalForms } from "./removal-forms";
import { RuleMarks } from "./rule-marks";
import type { RowWords } from "./words";

/** A connection, with what all rows of the list have in common. */
export type RowProps = { connection: ConnectionSummary; words: RowWords; forms: RemovalForms };

/**
 * One connection by today's rules: which hold, what to know first, when you were last in touch. A client component, as it is
 * repeated: docs/decisions/032-what-a-page-is-made-of.md.
 */
export function ConnectionRow(props: RowProps) {
  const { connection, words } = props;
  const { row: t } = words;
  const { id, fullName, about, connectedOn, last, strength, isOnRemovalList } = connection;
  return (
    <article
      aria-label={fullName}
      className="group grid items-center gap-x-3 gap-y-2 border-line border-t px-4 py-2.5 first:border-t-0 focus-within:bg-soft/60 md:grid-cols-[30px_minmax(0,1fr)_auto]"
    >
      <span className="hidden md:block">
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
          <ReasonText connection={connection} words={words} />{" "}
          {last && t.rich("last", { day: () => <DayOf moment={last} near /> })}
          {isOnRemovalList && (
            <Link href="/connections/removals" className="ml-1 text-blocked underline underline-offset-2">
              {t("onRemovalList")}
            </Link>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 md:justify-end">
        <RuleMarks met={connection.met} words={words} />
        <Meter value={strength} label={t("strengthOf", { name: fullName })} />
        <span className="flex flex-wrap items-center gap-1 md:min-w-[220px] md:justify-end">
          {connection.isUntested && (
            <ButtonLink
              href={`/connections/intro-test?contact=${id}`}
              variant="ghost"
              size="small"
              aria-label={t("testOf", { name: fullName })}
            >
              {t("test")}
            </ButtonLink>
          )}
          <RemovalButton {...props} />
        </span>
      </div>
    </article>
  );
}
