import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { updateContactAction } from "@/lib/contacts/actions";
import { contactValues } from "@/lib/contacts/form-values";
import { type ContactDetail, connectionStatuses } from "@/lib/contacts/schema";
import { KnowledgeFields, NoteFields, WorkFields } from "./fact-fields";
import { ReachFields } from "./reach-fields";

/** All that is written about a contact, in one form. */
export function EditContactForm({ contact }: { contact: ContactDetail }) {
  const t = useTranslations("contacts");
  return (
    <Form action={updateContactAction} permalink={`/contacts/${contact.id}/edit`} className="max-w-[820px] gap-[18px]">
      <input type="hidden" name="id" value={contact.id} />
      <ReadVersion version={contact.version} values={contactValues(contact)} />
      <Part title={t("form.who")}>
        <TextInput
          name="fullName"
          label={t("form.fullName")}
          defaultValue={contact.fullName}
          autoComplete="off"
          required
        />
        <WorkFields contact={contact} />
      </Part>
      <Part title={t("form.knowledge")}>
        <KnowledgeFields contact={contact} />
      </Part>
      <Part title={t("form.reach")}>
        <ReachFields contact={contact} />
      </Part>
      <Part title={t("form.connection")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="connectionStatus"
            label={t("form.connectionStatus")}
            options={connectionStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
            defaultValue={contact.connectionStatus}
          />
          <DateInput name="connectedOn" label={t("form.connectedOn")} defaultValue={contact.connectedOn ?? undefined} />
        </div>
        <div id="do_not_connect" className="scroll-mt-24">
          <Checkbox
            name="doNotConnect"
            label={t("form.doNotConnect")}
            hint={t("form.doNotConnectHint")}
            defaultChecked={contact.doNotConnect}
          />
        </div>
      </Part>
      <Part title={t("form.more")}>
        <NoteFields contact={contact} />
      </Part>
      <div className="sticky bottom-0 z-10 flex gap-2 border-line border-t bg-bg/95 py-3 backdrop-blur-sm max-md:bottom-14">
        <SubmitButton>{t("form.save")}</SubmitButton>
        <ButtonLink href={`/contacts/${contact.id}`} variant="ghost">
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel>
      <PanelHeader title={title} />
      <div className="grid gap-4 px-4 pb-4">{children}</div>
    </Panel>
  );
}
