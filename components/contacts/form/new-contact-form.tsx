import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
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
import { Fold } from "./fold";
import { ReachFields } from "./reach-fields";
import { ResemblingPeople } from "./resembling-people";

const folded = [
  "phones",
  "links",
  "position",
  "company",
  "headline",
  "location",
  "howWeMet",
  "expertise",
  "geographicBarrier",
  "tags",
  "notes",
];

/** A name is enough; an address helps to recognise the person in imports. The rest can wait behind a fold. */
export function NewContactForm({ name, slug }: { name: string; slug: string | null }) {
  const t = useTranslations("contacts.form");
  const known = { slugs: slug ? [slug] : [], points: [] };
  return (
    <Form action={createContactAction} className="max-w-[820px] gap-[18px]!">
      <OperationKey name="key" value={newOperationKey()} />
      <Panel className="grid gap-4 p-4">
        <TextInput name="fullName" label={t("fullName")} defaultValue={name} autoComplete="off" required autoFocus />
        <ReachFields contact={known} only={["linkedIn", "emails"]} />
        <ClientMessages only={["contacts", "duplicates"]}>
          <ResemblingPeople />
        </ClientMessages>
        <Fold label={t("everythingElse")} fields={folded}>
          <ReachFields contact={known} only={["phones", "links"]} />
          <WorkFields contact={{}} />
          <KnowledgeFields contact={{}} />
          <NoteFields contact={{}} />
        </Fold>
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
