"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type NoteField, noteFields, noteLength } from "@/lib/invitations/note";
import { createTemplateAction, updateTemplateAction } from "@/lib/note-templates/actions";
import { templateValues } from "@/lib/note-templates/form-values";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import { type Person, TemplatePreview } from "./template-preview";

/** Writes one template, with what becomes of it beside it. */
export function TemplateForm({
  template,
  operationKey,
  people,
  names,
  limit,
}: {
  template: NoteTemplate | null;
  operationKey: string;
  people: Person[];
  names: Record<NoteField, string>;
  limit: number;
}) {
  const t = useTranslations("note-templates");
  const common = useTranslations("common");
  const [text, setText] = useState(template?.text ?? "");
  const fields = useRef<HTMLDivElement>(null);

  /** Where the cursor is, as if typed. */
  function insert(field: NoteField) {
    const area = fields.current?.querySelector("textarea");
    if (!area) return;
    area.setRangeText(`{${names[field]}}`, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  }

  return (
    <Form
      action={template ? updateTemplateAction : createTemplateAction}
      permalink={`/settings?template=${template?.id ?? "new"}`}
      aria-label={template ? t("editing", { name: template.name }) : t("new")}
      className="rounded-control bg-soft p-3"
    >
      {template ? (
        <>
          <input type="hidden" name="id" value={template.id} />
          <ReadVersion version={template.version} values={templateValues(template)} />
        </>
      ) : (
        <OperationKey value={operationKey} />
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <div ref={fields} className="grid content-start gap-3">
          <TextInput name="name" label={t("name")} defaultValue={template?.name} autoComplete="off" />
          <TextArea
            name="text"
            label={t("words")}
            rows={5}
            defaultValue={template?.text}
            limit={limit}
            count={noteLength}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="sr-only">{t("insert")}</legend>
            {noteFields.map((field) => (
              <Button key={field} size="small" onClick={() => insert(field)}>{`{${names[field]}}`}</Button>
            ))}
          </fieldset>
        </div>
        <TemplatePreview text={text} people={people} names={names} limit={limit} />
      </div>
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href="/settings#templates" variant="ghost" scroll={false}>
          {common("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
