"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { addIncomingAction } from "@/lib/invitations/incoming/actions";
import { guessName, readPasted } from "@/lib/invitations/incoming/pasted";

/** An invitation typed in within seconds: address and message pasted together, the name guessed from the address. */
export function AddForm({ operationKey }: { operationKey: string }) {
  const t = useTranslations("incoming.add");
  const common = useTranslations("common");
  const [pasted, setPasted] = useState("");
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector("textarea")?.focus(), []);
  const { slug } = readPasted(pasted);
  return (
    <Panel aria-labelledby="add-incoming" className="mb-5 p-4 sm:p-5">
      <h2 id="add-incoming" className="mb-4 font-bold text-heading">
        {t("title")}
      </h2>
      <Form action={addIncomingAction}>
        <OperationKey value={operationKey} />
        <div ref={panel} className="grid gap-4 sm:grid-cols-2">
          <TextArea
            name="pasted"
            label={t("pasted")}
            hint={t("pastedHint")}
            rows={3}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
          <ContactPicker label={t("who")} hint={t("whoHint")} guess={slug ? guessName(slug) : ""} />
        </div>
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
