import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { OpenOutside } from "@/components/ui/open-outside";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import { dayOf, formatDay } from "@/lib/dates/format";
import type { Allowances } from "@/lib/desk/schema";
import type { ReadyRecord } from "@/lib/ready/schema";
import type { Until } from "@/lib/strength/schema";
import { AddressForm } from "./address-form";
import { UsedUp } from "./allowances";
import { NoteComposer } from "./note-composer";
import { Reasons } from "./reasons";
import { suggestNotes } from "./suggestions";

/** One person of the queue: why, and the note that goes with the invitation. */
export function ReadyCard({
  record,
  strength,
  readyUntil,
  allowances,
  yourName,
}: {
  record: ReadyRecord;
  strength: number;
  readyUntil: Until;
  allowances: Allowances;
  yourName: string;
}) {
  const t = useTranslations("ready");
  const reader = useReader();
  const limit = allowances.noteLength;
  return (
    <Panel aria-labelledby="ready-name" className="p-4 sm:px-[22px] sm:py-5">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
        <Avatar name={record.fullName} size="large" />
        <div className="min-w-0 flex-1 basis-48">
          <h2 id="ready-name" className="font-bold text-heading">
            <Link href={`/contacts/${record.id}`} className="hover:underline">
              {record.fullName}
            </Link>
          </h2>
          <p className="text-dim">{[record.about, record.location].filter(Boolean).join(" · ")}</p>
          {record.address && (
            <p className="-ml-2.5">
              <OpenOutside href={record.address}>{t("profile")}</OpenOutside>
            </p>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 sm:grid sm:justify-items-end">
          <Pill tone="ready">
            {readyUntil && readyUntil !== "forever"
              ? t("readyUntil", { day: formatDay(dayOf(readyUntil, reader.timeZone), reader) })
              : t("readyNow")}
          </Pill>
          <Meter value={strength} label={t("strengthOf", { name: record.fullName })} />
        </div>
      </div>
      <Reasons record={record} />
      {!record.address && <AddressForm contactId={record.id} />}
      {record.theirInvitationId ? (
        <div className="mt-5 grid justify-items-start gap-2 rounded-control bg-soft p-3">
          <p className="font-medium">{t("theirs.title", { name: record.fullName })}</p>
          <p className="text-dim">{t("theirs.text")}</p>
          <ButtonLink href={`/invitations?card=${record.theirInvitationId}`} variant="primary">
            {t("theirs.answer")}
          </ButtonLink>
        </div>
      ) : (
        <>
          <UsedUp {...allowances} />
          <NoteComposer
            contact={record}
            draft={record.draft}
            limit={limit}
            {...suggestNotes(record, { yourName, limit, reader, t })}
          />
        </>
      )}
    </Panel>
  );
}
