"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Form } from "@/components/ui/form";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { undoSentAction, writeNoteAction } from "@/lib/invitations/actions";
import { NoteFields, type NoteSource } from "./note-fields";
import { forgetTyped } from "./use-note";

/** Writes the note, copies it, opens the profile, and logs what the person then did on LinkedIn. */
export function NoteComposer(source: NoteSource) {
  const { contact, draft } = source;
  const t = useTranslations("ready.note");
  const undo = useUndo();
  const startForm = useId();

  const action = undoable(writeNoteAction, (form) => {
    forgetTyped(contact.id); // the database has it now
    if (form.get("intent") === "sent") {
      return { done: t("sent", { name: contact.fullName }), undo: undo(undoSentAction) };
    }
    const before = { note: draft?.text ?? "", template: draft?.template ?? "" };
    const asItWas = { contactId: contact.id, intent: "draft", ...before };
    return { done: t("kept"), undo: undo(writeNoteAction, { fields: () => asItWas, undone: t("notKept") }) };
  });

  return (
    <>
      {/* Without script choosing a template asks for the page anew: the choice belongs to this form. */}
      <form id={startForm} action="/ready">
        <input type="hidden" name="contact" value={contact.id} />
      </form>
      <Form action={action} permalink={`/ready?contact=${contact.id}`} className="mt-5 gap-2">
        <NoteFields {...source} startForm={startForm} />
      </Form>
    </>
  );
}
