import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { OperationKey } from "@/components/ui/operation-key";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { Pasted } from "@/lib/contacts/pasted/read";
import { newOperationKey } from "@/lib/operation-key";
import { AnywayButton } from "./anyway-button";
import { KnowledgeFields, NoteFields, WorkFields } from "./fact-fields";
import { FillableForm } from "./fillable-form";
import { Fold } from "./fold";
import { ReachFields } from "./reach-fields";
import { ResemblingPeople } from "./resembling-people";

const unknown = { slugs: [], points: [] };
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
export function NewContactForm({ shared }: { shared: Pasted | null }) {
  const t = useTranslations("contacts.form");
  return (
    <FillableForm shared={shared}>
      <OperationKey name="key" value={newOperationKey()} />
      <Panel className="grid gap-4 p-4">
        <TextInput name="fullName" label={t("fullName")} autoComplete="off" required autoFocus />
        <ReachFields contact={unknown} only={["linkedIn", "emails"]} />
        <ResemblingPeople />
        <Fold label={t("everythingElse")} fields={folded}>
          <ReachFields contact={unknown} only={["phones", "links"]} />
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
    </FillableForm>
  );
}
