"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { addAddressAction } from "@/lib/ready/actions";

/** Adds the LinkedIn address right where it is missed. */
export function AddressForm({ contactId }: { contactId: string }) {
  const t = useTranslations("ready.address");
  return (
    <Form
      action={undoable(addAddressAction, { done: t("added") })}
      className="mt-4 rounded-control bg-soft p-3"
      aria-label={t("label")}
    >
      <input type="hidden" name="contactId" value={contactId} />
      <p>{t("missing")}</p>
      <div className="flex flex-wrap items-end gap-2.5">
        <TextInput
          name="linkedIn"
          label={t("label")}
          placeholder="linkedin.com/in/…"
          inputMode="url"
          autoComplete="off"
          className="min-w-56 flex-1"
        />
        <SubmitButton variant="secondary">{t("add")}</SubmitButton>
      </div>
    </Form>
  );
}
