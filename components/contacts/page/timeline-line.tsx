import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { MessageGroup } from "@/lib/contacts/timeline/group";
import type { TimelineEntry } from "@/lib/contacts/timeline/schema";
import { LineFrame, Quote } from "./line-frame";
import { InteractionLine, MessagesLine } from "./timeline-interaction";

/** One thing that happened: when, what, and what was said or found. */
export function TimelineLine({ contactId, line }: { contactId: string; line: TimelineEntry | MessageGroup }) {
  switch (line.type) {
    case "interaction":
      return <InteractionLine entry={line} />;
    case "messages":
      return <MessagesLine group={line} />;
    case "check":
      return <CheckLine contactId={contactId} entry={line} />;
    default:
      return <OtherLine contactId={contactId} entry={line} />;
  }
}

type Of<Type extends TimelineEntry["type"]> = Extract<TimelineEntry, { type: Type }>;

function CheckLine({ contactId, entry }: { contactId: string; entry: Of<"check"> }) {
  const t = useTranslations("contacts.timeline");
  const findings = useTranslations("checks.findingOf");
  const resolved = entry.finding === "CONCERN" && entry.resolution !== null;
  return (
    <LineFrame
      at={entry.at}
      dot={entry.finding === "SUPPORTS" ? "supports" : entry.finding === "CONCERN" && !resolved ? "concern" : "plain"}
      href={`/contacts/${contactId}/checks/${entry.id}`}
      title={t("check", { kind: entry.kind })}
      remark={[findings(entry.finding), resolved && t("resolved"), !entry.independent && t("ownWord")]}
    >
      <p className="text-dim text-small">
        {[entry.claim, entry.source].filter(Boolean).join(" · ")}
        {entry.finding === "SUPPORTS" && (
          <>
            {" · "}
            {t.rich("validUntil", { day: () => <DayOf moment={entry.validUntil} /> })}
          </>
        )}
      </p>
      {entry.resolution && <p className="text-small">{entry.resolution}</p>}
    </LineFrame>
  );
}

function OtherLine({
  contactId,
  entry,
}: {
  contactId: string;
  entry: Exclude<TimelineEntry, Of<"interaction"> | Of<"check">>;
}) {
  const t = useTranslations("contacts.timeline");
  const support = useTranslations("support");
  switch (entry.type) {
    case "invitation":
      return (
        <LineFrame
          at={entry.at}
          title={t(`invitation.${entry.direction}`)}
          remark={[t(`invitationStatus.${entry.status}`)]}
        >
          <Quote>{entry.note}</Quote>
          <Asked at={entry.askedAt} heading="asked" text={entry.question} />
          <Asked at={entry.repliedAt} heading="replied" text={entry.reply} />
          {entry.reason && <p className="text-small">{t("reason", { reason: entry.reason })}</p>}
        </LineFrame>
      );
    case "support":
      return (
        <LineFrame
          at={entry.at}
          title={support(`directionOf.${entry.direction}`)}
          remark={[
            support(`kindOf.${entry.kind}`),
            entry.introduced &&
              support.rich(entry.direction === "GIVEN" ? "introduced" : "to", {
                link: () => <PersonLink person={entry.introduced} />,
              }),
          ]}
        >
          {entry.note && <p className="text-dim text-small">{entry.note}</p>}
        </LineFrame>
      );
    case "introduction":
      return (
        <LineFrame at={entry.at} title={support.rich("introducedBy", { link: () => <PersonLink person={entry.by} /> })}>
          {entry.note && <p className="text-dim text-small">{entry.note}</p>}
        </LineFrame>
      );
    case "recommendation":
      return (
        <LineFrame
          at={entry.at}
          href={`/recommendations/${entry.id}`}
          title={t(`recommendation.${entry.direction}`)}
          remark={[t(`recommendationStatus.${entry.status}`)]}
        >
          {entry.work && <p className="text-dim text-small">{entry.work}</p>}
        </LineFrame>
      );
    case "assessment":
      return (
        <LineFrame at={entry.at} href={`/contacts/${contactId}/assessment`} title={t("assessment")}>
          {entry.goal && <p className="text-dim text-small">{t("goal", { goal: entry.goal })}</p>}
        </LineFrame>
      );
    case "created":
      return <LineFrame at={entry.at} title={t(entry.imported ? "imported" : "created")} />;
  }
}

/** What was asked before an invitation was answered, or what they said, and when. */
function Asked({ at, heading, text }: { at: string | null; heading: "asked" | "replied"; text: string | null }) {
  const t = useTranslations("contacts.timeline");
  if (!text) return null;
  return (
    <div className="mt-1">
      <p className="text-small">{t.rich(heading, { day: () => at && <DayOf moment={at} /> })}</p>
      <Quote>{text}</Quote>
    </div>
  );
}

function PersonLink({ person }: { person: { id: string; name: string } | null }) {
  return (
    person && (
      <Link href={`/contacts/${person.id}`} className="hover:underline">
        {person.name}
      </Link>
    )
  );
}
