import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { BetweenPanel } from "@/components/contacts/page/between-panel";
import { Composer } from "@/components/contacts/page/composer/composer";
import { ContactActions } from "@/components/contacts/page/contact-actions";
import { ContactHeader } from "@/components/contacts/page/contact-header";
import { DetailsPanel } from "@/components/contacts/page/details-panel";
import { FollowUpsPanel } from "@/components/contacts/page/follow-ups-panel";
import { ResemblingHint } from "@/components/contacts/page/resembling-hint";
import { StrengthPanel } from "@/components/contacts/page/strength-panel";
import { TimelinePanel } from "@/components/contacts/page/timeline-panel";
import { TrashNotice } from "@/components/contacts/page/trash-notice";
import { VerdictSummary } from "@/components/contacts/page/verdict-summary";
import { WhyPanel } from "@/components/contacts/page/why-panel";
import { RhythmPanel } from "@/components/rhythm/rhythm-panel";
import { MadeUp } from "@/components/sample/made-up";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { ahead } from "@/lib/ahead";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { getLastInvitation, listRecommendationsWith } from "@/lib/contacts/between/data";
import { getContact } from "@/lib/contacts/data";
import { listTags } from "@/lib/contacts/tags/data";
import { listTimeline } from "@/lib/contacts/timeline/data";
import { type TimelineQuery, timelineQuery } from "@/lib/contacts/timeline/schema";
import { askAsOwner, asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { whoIsNow } from "@/lib/duplicates/merge/data";
import { listResembling } from "@/lib/duplicates/resembling/data";
import { listFollowUps } from "@/lib/follow-ups/data";
import { newOperationKey } from "@/lib/operation-key";
import { getRhythm } from "@/lib/rhythm/data";
import { isSample } from "@/lib/sample/data";
import { id as contactId } from "@/lib/schema";
import { getStanding } from "@/lib/strength/data";
import { getEvidence } from "@/lib/strength/evidence/data";
import { explain } from "@/lib/strength/explain";
import { getStrengthHistory } from "@/lib/strength/history/data";
import { beside, earliest } from "@/lib/strength/history/span";
import { listSupportActs } from "@/lib/support/data";

async function getPage(db: OwnerDb, id: string, timeZone: string) {
  const { contact, ...page } = await allOf({
    contact: getContact(db, id),
    resembling: listResembling(db, id),
    rhythm: getRhythm(db, id, timeZone),
    followUps: listFollowUps(db, id),
    acts: listSupportActs(db, id),
    invitation: getLastInvitation(db, id),
    recommendations: listRecommendationsWith(db, id),
    tags: listTags(db),
    isSample: isSample(db, id),
  });
  return contact && { contact, ...page };
}

async function getWhy(db: OwnerDb, id: string) {
  return allOf({ standing: getStanding(db, id), evidence: getEvidence(db, id) });
}

/** Read once, for the title too. */
const readPage = cache((owner: OwnerId, id: string, timeZone: string) =>
  asOwner(owner, (db) => getPage(db, id, timeZone), { snapshot: true, keepsPlans: true }),
);

/** What goes through all that ever happened with somebody, each beside the page's own reading. */
function askAhead(owner: OwnerId, id: string, query: TimelineQuery) {
  const since = new Date(earliest({ now: Date.now(), ...beside })).toISOString();
  return {
    why: ahead(asOwner(owner, (db) => getWhy(db, id), { snapshot: true, keepsPlans: true })),
    history: ahead(askAsOwner(owner, (db) => getStrengthHistory(db, id, since), { keepsPlans: true })),
    timeline: ahead(askAsOwner(owner, (db) => listTimeline(db, id, query), { keepsPlans: true })),
  };
}

export async function generateMetadata({ params }: PageProps<"/contacts/[id]">): Promise<Metadata> {
  const id = contactId.safeParse((await params).id);
  const { owner, account } = await requireSignedIn();
  const page = id.success ? await readPage(owner, id.data, account.timeZone) : null;
  return { title: page?.contact.fullName };
}

export default async function ContactPage({ params, searchParams }: PageProps<"/contacts/[id]">) {
  const id = contactId.safeParse((await params).id);
  const { owner, account } = await requireSignedIn();
  if (!id.success) notFound();
  const query = timelineQuery.parse(await searchParams);
  const asked = askAhead(owner, id.data, query);
  const page = await readPage(owner, id.data, account.timeZone);
  if (!page) {
    const now = await asOwner(owner, (db) => whoIsNow(db, id.data));
    if (now) redirect(`/contacts/${now}`);
    notFound();
  }
  const { contact, resembling, rhythm, followUps, acts, recommendations, invitation, tags } = page;
  const { standing, evidence } = await asked.why;
  return (
    <ClientMessages only={["contacts.page", "rhythm", "follow-ups", "support", "interactions"]}>
      {page.isSample && <MadeUp />}
      {contact.deletedAt && <TrashNotice id={contact.id} name={contact.fullName} deletedAt={contact.deletedAt} />}
      <ContactHeader contact={contact}>
        {standing && <VerdictSummary standing={standing} contact={contact} invitation={invitation} />}
        {!contact.deletedAt && <ContactActions id={contact.id} name={contact.fullName} />}
      </ContactHeader>
      {!contact.deletedAt && <ResemblingHint id={contact.id} resembling={resembling} />}
      {standing && evidence && <WhyPanel standing={standing} explanation={explain(standing, evidence)} />}
      <Columns
        aside={
          <>
            {standing && <StrengthPanel name={contact.fullName} standing={standing} history={await asked.history} />}
            {!contact.deletedAt && (
              <>
                {rhythm && <RhythmPanel contactId={contact.id} name={contact.fullName} rhythm={rhythm} />}
                <FollowUpsPanel contactId={contact.id} followUps={followUps} />
                <BetweenPanel contact={contact} acts={acts} recommendations={recommendations} />
              </>
            )}
            <DetailsPanel contact={contact} allTags={tags} />
          </>
        }
      >
        <TimelinePanel contactId={contact.id} page={await asked.timeline} query={query} timeZone={account.timeZone}>
          {!contact.deletedAt && <Composer contactId={contact.id} operationKey={newOperationKey()} />}
        </TimelinePanel>
      </Columns>
    </ClientMessages>
  );
}
