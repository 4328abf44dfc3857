"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";
import { moveTemplateAction } from "@/lib/note-templates/actions";

/** One place up or down; the focus stays on it. At the end there is nowhere to go. */
export function MoveButton({
  id,
  name,
  to,
  isAtEnd,
  children,
}: {
  id: string;
  name: string;
  to: "up" | "down";
  isAtEnd: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("note-templates");
  const [state, submit] = useActionState<FormState, FormData>(moveTemplateAction, {});
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="to" value={to} />
      <SubmitButton
        variant="ghost"
        size="icon"
        aria-label={`${t(to)}: ${name}`}
        aria-disabled={isAtEnd || undefined}
        onClick={(event) => isAtEnd && event.preventDefault()}
      >
        {children}
      </SubmitButton>
      {state.message && (
        <p role="alert" className="font-medium text-blocked text-small">
          {state.message}
        </p>
      )}
    </form>
  );
}
