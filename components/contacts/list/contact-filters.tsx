import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { contactsAddress } from "@/lib/contacts/list/address";
import { type ContactQuery, contactQuery, isFiltered, sorts } from "@/lib/contacts/list/schema";
import { connectionStatuses, type Tag } from "@/lib/contacts/schema";
import { bands, endings, rules, verdicts } from "@/lib/strength/schema";
import { FilterMenu } from "./filter-menu";

type Part = "verdict" | "missing" | "band" | "soon" | "status" | "tag";
type Filter = { part: Part; label: string; options: { value: string; label: string }[] };

/** What the list shows, all of it in its address: a menu for each filter, and a pill for each that is on. */
export function ContactFilters({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const t = useTranslations("contacts");
  const strength = useTranslations("strength");
  const filters: Filter[] = [
    filter("verdict", t("list.verdict"), verdicts, (value) => strength(`verdicts.${value}`)),
    filter("missing", t("list.missing"), rules, (value) => strength(`rules.${value}`)),
    filter("band", t("list.strength"), bands, (value) => t(`bands.${value}`)),
    filter("soon", t("list.soon"), endings, (value) => t(`soon.${value}`)),
    filter("status", t("list.status"), connectionStatuses, (value) => t(`statuses.${value}`)),
    { part: "tag", label: t("list.tag"), options: tags.map((tag) => ({ value: tag.id, label: tag.name })) },
  ];
  const sorting = sorts.map((sort) => ({
    href: contactsAddress(query, { sort }),
    label: t(`sorts.${sort}`),
    current: query.sort === sort,
  }));
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      {filters
        .filter(({ options }) => options.length > 0)
        .map(({ part, label, options }) => (
          <FilterMenu
            key={part}
            label={label}
            options={options.map((option) => ({
              href: contactsAddress(query, { [part]: query[part] === option.value ? undefined : option.value }),
              label: option.label,
              current: query[part] === option.value,
            }))}
          />
        ))}
      <span className="ml-auto">
        <FilterMenu label={t("list.sortedBy", { sort: t(`sorts.${query.sort}`) })} align="end" options={sorting} />
      </span>
      {isFiltered(query) && (
        <ul aria-label={t("list.filters")} className="flex w-full flex-wrap items-center gap-2">
          {query.q && (
            <Active href={contactsAddress(query, { q: "" })}>{t("list.searched", { words: query.q })}</Active>
          )}
          {filters.flatMap(({ part, label, options }) => {
            const chosen = query[part];
            if (!chosen) return [];
            const name = options.find((option) => option.value === chosen)?.label ?? t("list.unknownTag");
            return [
              <Active key={part} href={contactsAddress(query, { [part]: undefined })}>
                {t("list.active", { filter: label, value: name })}
              </Active>,
            ];
          })}
          <li>
            <Link
              href={contactsAddress(contactQuery.parse({ sort: query.sort }))}
              className="px-1 text-accent text-small underline-offset-2 hover:underline"
            >
              {t("list.clear")}
            </Link>
          </li>
        </ul>
      )}
    </div>
  );
}

function filter<const Value extends string>(
  part: Part,
  label: string,
  values: readonly Value[],
  name: (value: Value) => string,
): Filter {
  return { part, label, options: values.map((value) => ({ value, label: name(value) })) };
}

/** A filter that is on; following it takes it off. */
function Active({ href, children }: { href: ReturnType<typeof contactsAddress>; children: string }) {
  const t = useTranslations("contacts.list");
  return (
    <li>
      <Link
        href={href}
        aria-label={t("remove", { filter: children })}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-soft px-2.5 text-small hover:border-edge pointer-coarse:min-h-10"
      >
        {children}
        <X aria-hidden="true" className="size-3.5 text-dim" />
      </Link>
    </li>
  );
}
