"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { explainRemovalAction } from "@/lib/connections/removal/actions";

/** Why, in the owner's own words: what the rules said to begin with. */
export function ReasonForm({ contactId, name, reason }: { contactId: string; name: string; reason: string | null }) {
  const t = useTranslations("connections.removal");
  return (
    <Form
      action={explainRemovalAction}
      onSaved={() => toast({ text: t("reasonSaved", { name }) })}
      className="max-w-[640px] grid-cols-[minmax(0,1fr)_auto] items-start gap-2 [&>p]:col-span-2"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <TextInput
        key={reason}
        name="reason"
        label={t("reasonFor", { name })}
        hideLabel
        placeholder={t("reason")}
        defaultValue={reason ?? ""}
        autoComplete="off"
      />
      <SubmitButton variant="secondary" aria-label={`${t("saveReason")}: ${t("reasonFor", { name })}`}>
        {t("saveReason")}
      </SubmitButton>
    </Form>
  );
}
