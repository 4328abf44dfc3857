"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { noteLength, unfilledFields } from "@/lib/invitations/note";
import { NoteStart } from "./note-start";
import { NoteText } from "./note-text";
import { type Suggestion, useNote, type Words } from "./use-note";

/** Whom the note is for and what it may start from. */
export type NoteSource = {
  contact: { id: string; fullName: string; address: string | null };
  draft: Words | null;
  asked: string | undefined;
  suggestions: Suggestion[];
  suggested: string;
  why: string;
  limit: number;
};

/** What is in the note's form: what it starts from, the note itself, and what becomes of it. */
export function NoteFields({ startForm, why, limit, ...source }: NoteSource & { startForm: string }) {
  const { contact, suggested, suggestions } = source;
  const t = useTranslations("ready.note");
  const { note, template, write, startFrom, ...start } = useNote(source);
  const area = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  const used = noteLength(note);

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
      <input type="hidden" name="contactId" value={contact.id} />
      <input type="hidden" name="template" value={template ?? ""} />
      <NoteStart {...{ noteId, startForm, suggestions, used, limit }} {...start} onStart={startFrom} />
      {start.from === suggested && why && <p className="text-dim text-small">{why}</p>}
      <NoteText {...{ area, note, limit }} id={noteId} onNote={write} />
      <div className="mt-1 flex flex-wrap items-center gap-2.5">
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
      <p className="text-faint text-small">
        {t("promise")} <span className="pointer-coarse:hidden">{t("whileWriting")}</span>
      </p>
    </>
  );
}
