"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { undoSentAction, writeNoteAction } from "@/lib/invitations/actions";
import { noteLength, unfilledFields } from "@/lib/invitations/note";
import { NoteStart } from "./note-start";
import { NoteText } from "./note-text";
import { type Suggestion, useNote } from "./use-note";

/** Writes the note, copies it, opens the profile, and logs what the person then did on LinkedIn. */
export function NoteComposer({
  contact,
  draft,
  asked,
  suggestions,
  suggested,
  why,
  limit,
}: {
  contact: { id: string; fullName: string; address: string | null };
  draft: { text: string; template: string | null } | null;
  asked: string | undefined;
  suggestions: Suggestion[];
  suggested: string;
  why: string;
  limit: number;
}) {
  const t = useTranslations("ready.note");
  const undo = useUndo();
  const { note, template, write, forget, startFrom, ...start } = useNote(contact.id, {
    draft,
    asked,
    suggestions,
    suggested,
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  const used = noteLength(note);

  const action = undoable(writeNoteAction, (form) => {
    forget();
    if (form.get("intent") === "sent") {
      return { done: t("sent", { name: contact.fullName }), undo: undo(undoSentAction) };
    }
    const before = { note: draft?.text ?? "", template: draft?.template ?? "" };
    const asItWas = { contactId: contact.id, intent: "draft", ...before };
    return { done: t("kept"), undo: undo(writeNoteAction, { fields: () => asItWas, undone: t("notKept") }) };
  });

  /** Selects what keeps the note from being sent: a field nobody filled, or the end that is too much. */
  function isHeldBack(): boolean {
    const [unfilled] = unfilledFields(note);
    if (unfilled === undefined && used <= limit) return false;
    const start = unfilled === undefined ? note.length : note.indexOf(unfilled);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (unfilled?.length ?? 0));
    return true;
  }

  async function copy() {
    if (isHeldBack()) return;
    if (note.trim()) {
      const copied = await copyText(note);
      toast({ text: t(copied ? "copied" : "notCopied") });
      if (!copied) return;
    }
    if (contact.address) window.open(contact.address, "_blank", "noopener,noreferrer");
  }

  return (
    <>
      <NoteStart {...{ noteId, contactId: contact.id, suggestions, used, limit }} {...start} onStart={startFrom} />
      {start.from === suggested && why && <p className="-mt-0.5 mb-2 text-dim text-small">{why}</p>}
      <Form action={action} permalink={`/ready?contact=${contact.id}`} className="gap-3">
        <input type="hidden" name="contactId" value={contact.id} />
        <input type="hidden" name="template" value={template ?? ""} />
        <NoteText {...{ area, note, limit }} id={noteId} onNote={write} />
        <div className="flex flex-wrap items-center gap-2.5">
          <Button variant="primary" keyHint="Enter C" onClick={copy}>
            {t(contact.address ? "copyAndOpen" : "copy")}
          </Button>
          <SubmitButton
            variant="secondary"
            name="intent"
            value="sent"
            keyHint="S"
            onClick={(event) => isHeldBack() && event.preventDefault()}
          >
            {t("markSent")}
          </SubmitButton>
          <SubmitButton variant="ghost" name="intent" value="draft" keyHint="D">
            {t("keepDraft")}
          </SubmitButton>
        </div>
        <p className="text-faint text-small">{t("promise")}</p>
      </Form>
    </>
  );
}
