import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { deleteTemplateAction, restoreTemplateAction } from "@/lib/note-templates/actions";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import { MoveButton } from "./move-button";

/** Each template with its words, its place, and the ways to change it; the one that is open shows its form instead. */
export function TemplateList({
  templates,
  open,
}: {
  templates: NoteTemplate[];
  open: { id: string; editor: ReactNode } | null;
}) {
  const t = useTranslations("note-templates");
  return (
    <ol aria-label={t("title")} className="grid gap-2.5">
      {templates.map((template, place) => (
        <li key={template.id} className="rounded-control border border-line">
          {template.id === open?.id ? (
            open.editor
          ) : (
            <TemplateItem template={template} isFirst={place === 0} isLast={place === templates.length - 1} />
          )}
        </li>
      ))}
    </ol>
  );
}

function TemplateItem({ template, isFirst, isLast }: { template: NoteTemplate; isFirst: boolean; isLast: boolean }) {
  const t = useTranslations("note-templates");
  const common = useTranslations("common");
  const { id, name, text, place } = template;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 p-3">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-medium">{name}</h3>
        <p className="mt-0.5 max-w-[70ch] whitespace-pre-line text-dim text-small">{text}</p>
      </div>
      <div className="flex flex-wrap items-start gap-1.5">
        <MoveButton id={id} name={name} to="up" isAtEnd={isFirst}>
          <ArrowUp aria-hidden="true" className="size-4" />
        </MoveButton>
        <MoveButton id={id} name={name} to="down" isAtEnd={isLast}>
          <ArrowDown aria-hidden="true" className="size-4" />
        </MoveButton>
        <ButtonLink
          href={`/settings?template=${id}#templates`}
          size="small"
          scroll={false}
          aria-label={`${t("edit")}: ${name}`}
        >
          {t("edit")}
        </ButtonLink>
        <ActionButton
          action={deleteTemplateAction}
          fields={{ id }}
          done={t("deleted", { name })}
          undo={{ action: restoreTemplateAction, fields: { id, name, text, place: String(place) } }}
          variant="danger"
          aria-label={`${common("delete")}: ${name}`}
        >
          {common("delete")}
        </ActionButton>
      </div>
    </div>
  );
}
