import { useTranslations } from "next-intl";
import { Notes } from "@/components/interactions/notes";
import { Link } from "@/components/ui/link";
import type { InteractionEntry, MessageGroup } from "@/lib/contacts/timeline/group";
import { LineFrame } from "./line-frame";

const isMeeting = ({ kind, confirmed, mentioned }: InteractionEntry) =>
  confirmed && !mentioned && (kind === "IN_PERSON" || kind === "VIDEO" || kind === "CALL");

export function InteractionLine({ entry }: { entry: InteractionEntry }) {
  const t = useTranslations("contacts.timeline");
  const words = useTranslations("interactions");
  return (
    <LineFrame
      at={entry.at}
      dot={isMeeting(entry) ? "met" : "plain"}
      href={`/log/${entry.id}`}
      title={words(`kinds.${entry.kind}`)}
      remark={[
        entry.direction !== "JOINT" && words(`directionOf.${entry.direction}`),
        entry.others.length > 0 && <Others key="others" others={entry.others} />,
        entry.depth !== "NORMAL" && words(`depthOf.${entry.depth}`),
        !entry.confirmed && t("unconfirmed"),
        entry.mentioned && t("mentioned"),
      ]}
    >
      {entry.notes && (
        <p className="whitespace-pre-line text-small">
          <Notes parts={entry.notes} />
        </p>
      )}
    </LineFrame>
  );
}

function Others({ others }: { others: InteractionEntry["others"] }) {
  const t = useTranslations("contacts.timeline");
  return t.rich("with", {
    names: () =>
      others.map((other, index) => (
        <span key={other.id}>
          {index > 0 && ", "}
          <Link href={`/contacts/${other.id}`} className="hover:underline">
            {other.name}
          </Link>
        </span>
      )),
  });
}

/** A day's messages: how many each way, the last words, and the rest on demand. */
export function MessagesLine({ group: { at, messages } }: { group: MessageGroup }) {
  const t = useTranslations("contacts.timeline");
  const count = (direction: InteractionEntry["direction"]) =>
    messages.filter((message) => message.direction === direction).length;
  const written = messages.filter((message) => message.notes !== null);
  const [latest, ...rest] = written;
  return (
    <LineFrame
      at={at}
      title={t("messages", { count: messages.length })}
      remark={[t("eachWay", { inbound: count("INBOUND"), outbound: count("OUTBOUND") })]}
    >
      {latest && <Message message={latest} />}
      {rest.length > 0 && (
        <details className="text-small">
          <summary className="w-fit text-dim hover:text-ink">{t("moreMessages", { count: rest.length })}</summary>
          <div className="mt-1 grid gap-1">
            {rest.map((message) => (
              <Message key={message.id} message={message} />
            ))}
          </div>
        </details>
      )}
    </LineFrame>
  );
}

function Message({ message }: { message: InteractionEntry }) {
  const words = useTranslations("interactions.directionOf");
  return (
    <p className="whitespace-pre-line text-dim text-small">
      {message.direction !== "JOINT" && <span className="text-faint">{words(message.direction)}: </span>}
      {message.notes && <Notes parts={message.notes} />}
    </p>
  );
}
