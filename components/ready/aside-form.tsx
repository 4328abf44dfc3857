"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import type { ButtonSize } from "@/components/ui/button-style";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { putBackAction } from "@/lib/ready/aside/actions";

/** Who is set aside, and where from: the card, or a row of the list. */
export type Aside = { contact: { id: string; fullName: string }; size?: ButtonSize };

/** A button that opens what is asked before somebody is set aside; `words` are its messages. */
export function AsideForm({
  contact: { id: contactId, fullName: name },
  size = "medium",
  words,
  keyHint,
  action,
  children,
}: Aside & {
  words: "later" | "notThisOne";
  keyHint: string;
  action: ComponentProps<typeof Form>["action"];
  children: ReactNode;
}) {
  const t = useTranslations(`ready.${words}`);
  const undo = useUndo();
  return (
    <Form
      action={undoable(action, {
        done: t("done", { name }),
        undo: undo(putBackAction, { fields: () => ({ contactId }), undone: t("undone", { name }) }),
      })}
      permalink={`/ready?contact=${contactId}`}
      aria-label={t("label", { name })}
      className="has-[details[open]]:w-full"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <Disclosure label={t("open")} name={`aside-${contactId}`} size={size} keyHint={keyHint}>
        <div className="mt-2.5 flex flex-wrap items-end gap-2.5 rounded-control bg-soft p-3">{children}</div>
      </Disclosure>
    </Form>
  );
}
