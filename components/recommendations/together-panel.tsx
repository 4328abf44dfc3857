import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { formatWholeDay } from "@/lib/dates/format";
import { firstName } from "@/lib/invitations/note";
import type { Together } from "@/lib/recommendations/together/schema";
import { InsertFact } from "./insert-fact";

const questions = ["changed", "saw", "harder", "who"] as const;

/** What the record says the two did together, each to be put into the text; and questions, which are only asked. */
export function TogetherPanel({
  contact,
  together,
}: {
  contact: { id: string; fullName: string };
  together: Together;
}) {
  const t = useTranslations("recommendations.together");
  const groups = useFacts(contact.fullName, together).filter(({ facts }) => facts.length > 0);
  return (
    <Panel aria-labelledby="together">
      <PanelHeader id="together" title={t("title")} />
      <div className="grid gap-3 px-4 pb-4">
        {groups.length > 0 ? (
          <>
            <p className="text-dim text-small">{t("lead")}</p>
            {groups.map(({ name, facts }) => (
              <section key={name} aria-labelledby={`together-${name}`}>
                <h3 id={`together-${name}`} className="font-medium text-dim text-small">
                  {t(name)}
                </h3>
                <ul>
                  {facts.map(({ key, text }) => (
                    <InsertFact key={key} text={text} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        ) : (
          <p className="text-dim">
            {t("empty")}{" "}
            <Link href={`/log?contact=${contact.id}`} className="underline">
              {t("emptyLink")}
            </Link>
          </p>
        )}
        <section aria-labelledby="together-questions">
          <h3 id="together-questions" className="font-medium text-dim text-small">
            {t("questions")}
          </h3>
          <ul className="list-disc pl-4">
            {questions.map((question) => (
              <li key={question}>{t(`ask.${question}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Panel>
  );
}

/** The facts in sentences, as the owner would say them. */
function useFacts(fullName: string, { howWeMet, works, expertise, meetings, messages, acts, testimonials }: Together) {
  const t = useTranslations("recommendations.together");
  const reader = useReader();
  const on = (day: string) => formatWholeDay(day, reader);
  const name = firstName(fullName) ?? fullName;
  const asWritten = (texts: (string | null)[]) => texts.flatMap((text) => (text ? [{ key: text, text }] : []));
  return [
    { name: "met", facts: asWritten([howWeMet]) },
    { name: "work", facts: asWritten(works) },
    { name: "expertise", facts: asWritten([expertise]) },
    {
      name: "meetings",
      facts: [
        ...meetings.map(({ id, kind, day }) => ({ key: id, text: t(`meeting.${kind}`, { day: on(day) }) })),
        ...(messages
          ? [
              {
                key: "messages",
                text: t("messages", { count: messages.count, first: on(messages.first), last: on(messages.last) }),
              },
            ]
          : []),
      ],
    },
    {
      name: "acts",
      facts: acts.map(({ id, direction, kind, day, note, introduced }) => {
        const act = t(`act.${direction}.${kind}`, { name, day: on(day), other: introduced ?? t("somebody") });
        return { key: id, text: note ? t("actNote", { act, note }) : t("actAlone", { act }) };
      }),
    },
    {
      name: "testimonials",
      facts: testimonials.map(({ id, source, day, claim, note }) => ({
        key: id,
        text: t("testimonial", { source, day: on(day), said: [claim, note].filter(Boolean).join(" ") }),
      })),
    },
  ] as const;
}
