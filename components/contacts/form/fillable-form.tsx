"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type ReactNode, useActionState, useRef, useState } from "react";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { createContactAction } from "@/lib/contacts/actions";
import { readPastedAction } from "@/lib/contacts/pasted/actions";
import { fillIn, takeOut } from "@/lib/contacts/pasted/merge";
import type { Pasted } from "@/lib/contacts/pasted/read";
import { formValues } from "@/lib/form-values";
import { isWorthReading } from "./is-worth-reading";
import { PasteBox } from "./paste-box";
import { useFilledWords } from "./use-filled-words";

/**
 * The form for a new contact, which a card, a signature or a profile's address fills: pasted anywhere in it or into the
 * box above, without script by the box's button, or shared by another program (`shared`). It says what it filled, and
 * that can be taken back; what was typed stays.
 */
export function FillableForm({ shared, children }: { shared: Pasted | null; children: ReactNode }) {
  const common = useTranslations("common");
  const words = useFilledWords();
  const form = useRef<HTMLDivElement>(null);
  const [answer, submit, reading] = useActionState(readPastedAction, shared && { text: "", read: shared });
  // Without script the box's answer comes with the page; with it, the form starts anew from what is in it and what was read.
  const [start] = useState(() => (answer?.read ? fillIn({}, answer.read.person) : null));
  const [shown, setShown] = useState({ turn: 0, values: start?.values });
  const [said, setSaid] = useState(() => (answer ? words(start, answer) : ""));

  const typed = () => {
    const element = form.current?.querySelector<HTMLFormElement>("form");
    return element ? formValues(new FormData(element)) : {};
  };
  const show = (values: typeof shown.values) => setShown(({ turn }) => ({ turn: turn + 1, values }));

  /** Answers whether something was found. */
  async function fill(text: string): Promise<boolean> {
    const data = new FormData();
    data.set("pasted", text);
    const found = await readPastedAction(null, data).catch(() => null);
    if (!found?.read) {
      setSaid(found ? words(null, found) : common("form.crashed"));
      return false;
    }
    const before = typed();
    const filled = fillIn(before, found.read.person);
    const sentence = words(filled, found);
    setSaid(sentence);
    if (filled.filled.length === 0) return true;
    show(filled.values);
    const run = () => {
      show(takeOut(typed(), filled.values, before));
      setSaid("");
    };
    toast({ text: sentence, undo: { label: common("undo"), run }, key: "pasted" });
    return true;
  }

  function onPaste(event: ClipboardEvent<HTMLFormElement>) {
    const text = event.clipboardData.getData("text/plain");
    if (!isWorthReading(text, event.target)) return;
    event.preventDefault();
    fill(text);
  }

  return (
    <div className="grid max-w-[820px] gap-[18px]">
      <PasteBox
        submit={submit}
        typed={answer?.read ? "" : (answer?.text ?? "")}
        reading={reading}
        said={said}
        onFill={fill}
      />
      <div ref={form}>
        <Form
          key={shown.turn}
          action={createContactAction}
          initial={shown.values ? { values: shown.values } : {}}
          onPaste={onPaste}
          className="gap-[18px]"
        >
          {children}
        </Form>
      </div>
    </div>
  );
}
