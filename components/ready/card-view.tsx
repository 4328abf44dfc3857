import { Columns } from "@/components/ui/columns";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import type { Desk } from "@/lib/ready/schema";
import { NextList } from "./next-list";
import { NobodyReady } from "./nobody-ready";
import { NotInQueue } from "./not-in-queue";
import { PassVoice } from "./pass-voice";
import { ReadyCard } from "./ready-card";

/** The queue one at a time, with who is next beside the card. */
export function CardView({
  desk,
  ...card
}: {
  desk: Desk;
  templates: NoteTemplate[];
  asked: string | undefined;
  yourName: string;
}) {
  const { place, count } = desk;
  const record = desk.card?.record;
  return (
    <>
      <PassVoice id={record?.id ?? null} name={record?.fullName ?? ""} place={place} count={count} />
      {desk.missed && <NotInQueue contact={desk.missed} />}
      {desk.card ? (
        <Columns aside={<NextList items={desk.next} count={count} />}>
          <ReadyCard key={desk.card.record.id} card={desk.card} desk={desk} {...card} />
        </Columns>
      ) : (
        <NobodyReady setAside={desk.setAside} />
      )}
    </>
  );
}
