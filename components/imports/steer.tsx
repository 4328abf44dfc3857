"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";

/** A form of one button that steers an import. */
export function SteerForm({
  action,
  id,
  variant,
  children,
}: {
  action: FormAction;
  id: string;
  variant?: "primary" | "secondary" | "danger";
  children: ReactNode;
}) {
  return (
    <Form action={action}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant={variant ?? "primary"} className="justify-self-start">
        {children}
      </SubmitButton>
    </Form>
  );
}

/** Undoing, confirmed in place: it works without script, and what will happen stands beside the button. */
export function UndoImport({ action, id }: { action: FormAction; id: string }) {
  const t = useTranslations("imports.undo");
  return (
    <details className="px-4 pb-4">
      <summary className="w-fit rounded-small font-medium text-blocked">{t("open")}</summary>
      <p className="mt-2 mb-3 max-w-[60ch] text-dim">{t("text")}</p>
      <SteerForm action={action} id={id} variant="danger">
        {t("confirm")}
      </SteerForm>
    </details>
  );
}
