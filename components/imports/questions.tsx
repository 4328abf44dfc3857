import { getTranslations } from "next-intl/server";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { decideAllAction, decideRowAction } from "@/lib/imports/decisions/actions";
import { listQuestions } from "@/lib/imports/decisions/data";
import type { Candidate, Question } from "@/lib/imports/decisions/schema";
import type { ImportKind } from "@/lib/imports/kinds";
import type { ImportFile } from "@/lib/imports/schema";
import { Choices } from "./choices";

/** Rows of a file that may mean somebody the owner knows. A name, or a name and a company, only ever suggests it. */
export async function Questions({ owner, id, file }: { owner: OwnerId; id: string; file: ImportFile }) {
  const { questions, total, open } = await asOwner(owner, (db) => listQuestions(db, id, file.file));
  if (total === 0 || !file.kind) return null;
  const t = await getTranslations("imports.questions");
  const kind = (await getTranslations("imports.kinds"))(file.kind);
  const title = `questions-${file.file}`;
  return (
    <Panel aria-labelledby={title}>
      <PanelHeader id={title} title={t("title")} note={t("open", { kind, open, total })} />
      <p className="max-w-[64ch] px-4 pb-3 text-dim">{t(introOf(file.kind))}</p>
      {open > 1 && (
        <div className="px-4 pb-3">
          <Choices
            action={decideAllAction}
            hidden={{ id, file: String(file.file) }}
            name="decision"
            label={t("all")}
            choices={[
              { value: "candidate", label: t("allCandidate") },
              { value: "new", label: t("allNew") },
              { value: "skip", label: t("allSkip") },
            ]}
          />
        </div>
      )}
      <ul>
        {questions.map((question) => (
          <li key={question.line} className="grid gap-2 border-line border-t px-4 py-3">
            <QuestionRow id={id} question={question} />
          </li>
        ))}
      </ul>
      {total > questions.length && (
        <p className="border-line border-t px-4 py-2 text-faint text-small">
          {t("more", { count: total - questions.length })}
        </p>
      )}
    </Panel>
  );
}

function introOf(kind: ImportKind) {
  if (kind === "CONNECTIONS") return "connections";
  return kind === "CONTACTS" ? "contacts" : "others";
}

async function QuestionRow({ id, question }: { id: string; question: Question }) {
  const t = await getTranslations("imports.questions");
  const statuses = await getTranslations("contacts.timeline.recommendationStatus");
  const { file, line, name, about, candidates, decision } = question;
  const isTracked = candidates.some((candidate) => candidate.tracked);
  const labelOf = ({ name, about, isNew, tracked }: Candidate) => {
    if (tracked) return t("tracked", { status: statuses(tracked), about: about || "none" });
    if (isTracked) return t("another", { name, about: about || t("nothingElse") });
    return t(isNew ? "candidateNew" : "candidate", { name, about: about || t("nothingElse") });
  };
  return (
    <>
      <p>
        <span className="font-medium">{name}</span>
        {about && <span className="text-dim"> · {about}</span>}
      </p>
      <Choices
        action={decideRowAction}
        hidden={{ id, file: String(file), line: String(line) }}
        name="decision"
        label={t("who", { name })}
        chosen={decision}
        choices={[
          ...candidates.map((candidate) => ({
            value: candidate.id,
            label: labelOf(candidate),
          })),
          { value: "new", label: t("new") },
          { value: "skip", label: t("skip") },
        ]}
      />
    </>
  );
}
