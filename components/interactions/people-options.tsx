import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { Person } from "./people-chosen";

/** The list under a box that finds people: who is found, somebody new, and who may be meant all the same. */
export function PeopleOptions({
  id,
  label,
  options,
  active,
  onPick,
}: {
  id: string;
  label?: string;
  options: Person[];
  active: number;
  onPick: (person: Person) => void;
}) {
  const t = useTranslations("interactions");
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label ?? t("suggestions")}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-control border border-line bg-panel p-1 shadow-float empty:hidden"
    >
      {options.map((person, index) => (
        // The keyboard moves the active option from the input (aria-activedescendant); a pointer picks it here.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input
        <div
          key={person.id ?? "new"}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
          className={cn(
            "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-small px-2.5 py-1 hover:bg-soft pointer-coarse:min-h-11",
            index === active && "bg-soft",
          )}
        >
          {person.id ? (
            <span className="min-w-0">
              <span className="font-medium">{person.name}</span>
              {person.detail && <span className="text-dim"> · {person.detail}</span>}
              {person.alike && (
                <span className="block text-dim text-small">{t("alike", { reasons: person.alike })}</span>
              )}
            </span>
          ) : (
            <>
              <UserRoundPlus aria-hidden="true" className="size-4 flex-none text-dim" />
              <span className="min-w-0">{t("create", { name: person.name })}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
