import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { ContactDetail } from "@/lib/contacts/schema";

type Facts = Partial<ContactDetail>;

const written = (value: string | null | undefined) => value ?? undefined;

export function WorkFields({ contact }: { contact: Facts }) {
  const t = useTranslations("contacts.form");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput name="position" label={t("position")} defaultValue={written(contact.position)} />
      <TextInput name="company" label={t("company")} defaultValue={written(contact.company)} />
      <TextInput name="headline" label={t("headline")} defaultValue={written(contact.headline)} />
      <TextInput name="location" label={t("location")} defaultValue={written(contact.location)} />
    </div>
  );
}

/** What only the owner can write, and what the rules ask for. Links from the reasons lead to each by its id. */
export function KnowledgeFields({ contact }: { contact: Facts }) {
  const t = useTranslations("contacts.form");
  const texts = [
    ["how_we_met", "howWeMet"],
    ["expertise", "expertise"],
    ["geographic_barrier", "geographicBarrier"],
  ] as const;
  return (
    <div className="grid gap-4">
      {texts.map(([anchor, name]) => (
        <div key={name} id={anchor} className="scroll-mt-24">
          <TextArea
            name={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            rows={2}
            defaultValue={written(contact[name])}
          />
        </div>
      ))}
    </div>
  );
}

export function NoteFields({ contact }: { contact: Facts }) {
  const t = useTranslations("contacts.form");
  return (
    <div className="grid gap-4">
      <TextInput
        name="tags"
        label={t("tags")}
        hint={t("tagsHint")}
        defaultValue={contact.tags?.map((tag) => tag.name).join(", ")}
      />
      <TextArea name="notes" label={t("notes")} rows={4} defaultValue={written(contact.notes)} />
    </div>
  );
}
