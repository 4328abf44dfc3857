import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { useReader } from "@/components/ui/date";
import { Panel } from "@/components/ui/panel";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import type { Card, Desk } from "@/lib/ready/schema";
import { AddressForm } from "./address-form";
import { UsedUp } from "./allowances";
import { CardHead } from "./card-head";
import { cardHeading } from "./card-heading";
import { NoteComposer } from "./note-composer";
import { PassBar } from "./pass-bar";
import { Reasons } from "./reasons";
import { suggestNotes } from "./suggestions";

/** One person of the queue: why, the note that goes with the invitation, and the way on. */
export function ReadyCard({
  card,
  desk: { allowances, previousId, next },
  templates,
  asked,
  yourName,
}: {
  card: Card;
  desk: Pick<Desk, "allowances" | "previousId" | "next">;
  templates: NoteTemplate[];
  asked: string | undefined;
  yourName: string;
}) {
  const t = useTranslations("ready");
  const reader = useReader();
  const { record } = card;
  const limit = allowances.noteLength;
  return (
    <Panel aria-labelledby={cardHeading} className="p-4 sm:px-[22px] sm:py-5">
      <CardHead {...card} />
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
            draft={record.draft === null ? null : { text: record.draft, template: record.draftTemplate }}
            asked={asked}
            limit={limit}
            {...suggestNotes(record, { templates, yourName, limit, reader, t })}
          />
        </>
      )}
      <PassBar contact={record} previousId={previousId} nextId={next[0]?.contactId ?? null} />
    </Panel>
  );
}
