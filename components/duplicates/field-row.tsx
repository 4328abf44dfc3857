import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "@/components/ui/class-names";
import { useFieldState } from "@/components/ui/form-context";
import { differing, heldBy, proposed } from "@/lib/duplicates/merge/choices";
import type { Candidate, MergedField } from "@/lib/duplicates/schema";
import { rowStyle } from "./columns";
import { FieldValue } from "./field-value";

/** What each of them has in one field; a choice where they differ. Left out where nobody has anything. */
export function FieldRow({ field, people }: { field: MergedField; people: Candidate[] }) {
  const t = useTranslations("duplicates");
  const label = useId();
  const { typed } = useFieldState(field);
  const having = differing(people, field);
  if (having.length === 0) return null;
  const mixed = field === "doNotConnect" && people.some((person) => !person.doNotConnect);
  const isChoice = having.length > 1 || mixed;
  const chosen = (typeof typed === "string" && typed) || proposed(people, field);
  const isAsked = (person: Candidate) => isChoice && (mixed || (heldBy(person, field) ?? "") !== "");
  const radio = (value: string) => ({ type: "radio", name: field, value, defaultChecked: value === chosen }) as const;
  const canKeepAll = proposed(people, field) === "all";
  return (
    <div {...(isChoice && { role: "radiogroup", "aria-labelledby": label })} className={rowStyle(people.length)}>
      <div className="col-span-full flex gap-x-4 sm:col-span-1 sm:block">
        <span id={label} className="text-dim text-small">
          {t(`fields.${field}`)}
        </span>
        {canKeepAll && (
          <label className="flex items-start gap-2 text-small sm:mt-1">
            <input {...radio("all")} className="mt-0.5 size-4 flex-none" />
            {t(field === "assessment" ? "together" : "all")}
          </label>
        )}
      </div>
      {people.map((person) =>
        isAsked(person) ? (
          <label
            key={person.id}
            className="flex min-w-0 items-start gap-2 rounded-small px-2 py-0.5 hover:bg-soft has-checked:bg-soft"
          >
            <input {...radio(person.id)} className="mt-0.5 size-4 flex-none" />
            <FieldValue field={field} person={person} />
          </label>
        ) : (
          <div key={person.id} className={cn("min-w-0 px-2 py-0.5", isChoice && "text-faint")}>
            <FieldValue field={field} person={person} />
          </div>
        ),
      )}
    </div>
  );
}
