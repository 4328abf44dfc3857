"use client";

import { useTranslations } from "next-intl";
import { useFieldState } from "@/components/ui/form-context";
import type { ContactChoice } from "@/lib/interactions/schema";

/** The few one was last in touch with, each chosen by one tap: checkboxes, so they work without script too. */
export function RecentPeople({ people }: { people: ContactChoice[] }) {
  const t = useTranslations("interactions");
  const { typed = [] } = useFieldState("contactIds");
  if (people.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-dim text-small">{t("recent")}</legend>
      <div className="flex flex-wrap gap-2">
        {people.map(({ id, name }) => (
          <label
            key={id}
            className="relative inline-flex min-h-9 min-w-0 max-w-full items-center rounded-full border border-edge bg-panel px-3.5 hover:border-dim has-checked:border-accent has-checked:bg-accent has-checked:font-medium has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              name="contactIds[]"
              value={id}
              defaultChecked={typed.includes(id)}
              className="absolute -inset-px appearance-none rounded-full outline-none"
            />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
