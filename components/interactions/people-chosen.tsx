import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ContactChoice } from "@/lib/interactions/schema";

/** Somebody in the people field; without an id they become a contact when the form is saved. */
export type Person = ContactChoice | { id: null; name: string };

/** Who is chosen so far, each with the field that sends them. */
export function PeopleChosen({ people, onRemove }: { people: Person[]; onRemove: (person: Person) => void }) {
  const t = useTranslations("interactions");
  if (people.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap gap-1.5">
      {people.map((person) => (
        <li
          key={person.id ?? `new ${person.name}`}
          className="flex min-w-0 items-center gap-1.5 rounded-full border border-line bg-soft py-0.5 pr-0.5 pl-3"
        >
          <input type="hidden" name={person.id ? "contactIds[]" : "newNames[]"} value={person.id ?? person.name} />
          <span className="min-w-0 truncate">{person.name}</span>
          {person.id === null && (
            <span className="rounded-full border border-edge border-dashed px-1.5 text-dim text-tiny">{t("new")}</span>
          )}
          <button
            type="button"
            aria-label={t("remove", { name: person.name })}
            onClick={() => onRemove(person)}
            className="grid size-6 flex-none place-items-center rounded-full text-dim hover:bg-line hover:text-ink noscript:hidden pointer-coarse:size-10"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
