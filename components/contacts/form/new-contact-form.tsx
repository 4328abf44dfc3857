import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { createContactAction } from "@/lib/contacts/actions";
import { newOperationKey } from "@/lib/operation-key";
import { AnywayButton } from "./anyway-button";
import { KnowledgeFields, NoteFields, WorkFields } from "./fact-fields";
import { ReachFields } from "./reach-fields";

/** A name is enough; an address helps to recognise the person in imports. The rest can wait behind a fold. */
export function NewContactForm({ name }: { name: string }) {
  const t = useTranslations("contacts.form");
  return (
    <Form action={createContactAction} className="max-w-[820px] gap-[18px]!">
      <OperationKey name="key" value={newOperationKey()} />
      <Panel className="grid gap-4 p-4">
        <TextInput name="fullName" label={t("fullName")} defaultValue={name} autoComplete="off" required autoFocus />
        <ReachFields contact={{ slugs: [], points: [] }} />
        <details className="group border-line border-t pt-3">
          <summary className="flex items-center gap-1.5 font-medium text-dim hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
            {t("everythingElse")}
          </summary>
          <div className="mt-4 grid gap-4">
            <WorkFields contact={{}} />
            <KnowledgeFields contact={{}} />
            <NoteFields contact={{}} />
          </div>
        </details>
      </Panel>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t("create")}</SubmitButton>
        <AnywayButton>{t("createAnyway")}</AnywayButton>
        <ButtonLink href="/contacts" variant="ghost">
          {t("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
