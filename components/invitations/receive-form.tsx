"use client";

import { useTranslations } from "next-intl";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { receiveInvitationAction } from "@/lib/invitations/actions";

/** An invitation typed in by hand: from a contact, or from somebody new. */
export function ReceiveForm() {
  const t = useTranslations("invitations.receive");
  const common = useTranslations("common");
  return (
    <Panel aria-labelledby="receive" className="mb-5 p-4 sm:p-5">
      <h2 id="receive" className="mb-4 font-bold text-heading">
        {t("title")}
      </h2>
      <Form action={receiveInvitationAction}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ContactPicker label={t("who")} hint={t("whoHint")} />
          <TextInput
            name="linkedIn"
            label={t("linkedIn")}
            hint={t("linkedInHint")}
            placeholder="linkedin.com/in/…"
            inputMode="url"
            autoComplete="off"
          />
        </div>
        <TextArea name="message" label={t("message")} rows={2} />
        <div className="flex flex-wrap gap-2.5">
          <SubmitButton>{t("save")}</SubmitButton>
          <ButtonLink href="/invitations" variant="ghost">
            {common("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}
