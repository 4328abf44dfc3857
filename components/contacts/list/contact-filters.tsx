import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { contactsAddress } from "@/lib/contacts/list/address";
import { writeFilter, writeTerm } from "@/lib/contacts/list/filter/syntax";
import { type ChoiceKey, choices, type ReadTerm, type Term } from "@/lib/contacts/list/filter/terms";
import { type ContactQuery, sorts, usualWay, wordsOf } from "@/lib/contacts/list/schema";
import type { Tag } from "@/lib/contacts/schema";
import { FilterBox } from "./filter/filter-box";
import { useFilterWords } from "./filter/words";
import { FilterMenu } from "./filter-menu";

const menus = ["verdict", "missing", "band", "soon", "status"] as const;

/** What the list shows, all of it in its address: as text, a menu for each filter of few choices, a pill for each that is on. */
export function ContactFilters({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const t = useTranslations("contacts.list");
  const sortWords = useTranslations("lists.sorts");
  const words = useFilterWords();
  const { terms } = query;
  const labels = {
    verdict: t("verdict"),
    missing: t("missing"),
    band: t("strength"),
    soon: t("soon"),
    status: t("status"),
  };
  /** The address with the filter on, or off where it is. */
  const toggled = (term: ReadTerm) => {
    const current = terms.some((other) => writeTerm(other) === writeTerm(term));
    const others = terms.filter((other) => writeTerm(other) !== writeTerm(term));
    return { href: contactsAddress(query, { terms: current ? others : [...terms, term] }), current };
  };
  const option = (key: ChoiceKey, value: string) => ({
    ...toggled({ key, value } as ReadTerm),
    label: words.choice(key, value),
  });
  const problems = terms.flatMap((term) => (term.key === "unread" ? [words.problem(term.problem)] : []));
  const sorting = sorts.flatMap((sort) =>
    [false, true].map((reversed) => ({
      href: contactsAddress(query, { sort, reversed }),
      label: sortWords(`${sort}.${wayOf(sort, reversed)}`),
      current: query.sort === sort && query.reversed === reversed,
    })),
  );
  return (
    <>
      <div className="mb-2 flex flex-wrap gap-2">
        <FilterBox key={writeFilter(terms)} query={query} tags={tags.map(({ name }) => name)} problems={problems} />
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {menus.map((key) => (
          <FilterMenu key={key} label={labels[key]} options={choices[key].map((value) => option(key, value))} />
        ))}
        {tags.length > 0 && (
          <FilterMenu
            label={t("tag")}
            options={tags.map(({ name }) => ({ ...toggled({ key: "tag", value: name }), label: name }))}
          />
        )}
        <span className="ml-auto">
          <FilterMenu
            label={t("sortedBy", { sort: sortWords(`${query.sort}.${wayOf(query.sort, query.reversed)}`) })}
            align="end"
            options={sorting}
          />
        </span>
      </div>
      {terms.length > 0 && <Pills query={query} tags={tags} />}
    </>
  );
}

function wayOf(sort: ContactQuery["sort"], reversed: boolean): "asc" | "desc" {
  if (!reversed) return usualWay[sort];
  return usualWay[sort] === "asc" ? "desc" : "asc";
}

function Pills({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const t = useTranslations("contacts.list");
  const { pill } = useFilterWords();
  const { terms } = query;
  const words = wordsOf(query);
  const without = (left: (term: Term) => boolean) =>
    contactsAddress(query, { terms: terms.filter((term) => !left(term)) });
  return (
    <ul aria-label={t("filters")} className="mb-3 flex w-full flex-wrap items-center gap-2">
      {words && <Active href={without(({ key }) => key === "word")}>{t("searched", { words })}</Active>}
      {terms.map((term) => {
        if (term.key === "word") return null;
        const isUnread = term.key === "unread";
        const off = without((other) => writeTerm(other) === writeTerm(term));
        return (
          <Active key={writeTerm(term)} href={off} isUnread={isUnread}>
            {isUnread ? term.value : pill(term, tags)}
          </Active>
        );
      })}
      <li>
        <Link
          href={contactsAddress(query, { terms: [] })}
          className="px-1 text-accent text-small underline-offset-2 hover:underline"
        >
          {t("clear")}
        </Link>
      </li>
    </ul>
  );
}

/** A filter that is on; following it takes it off. */
function Active({
  href,
  isUnread = false,
  children,
}: {
  href: ReturnType<typeof contactsAddress>;
  isUnread?: boolean;
  children: string;
}) {
  const t = useTranslations("contacts.list");
  return (
    <li>
      <Link
        href={href}
        aria-label={t("remove", { filter: children })}
        className={`inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-small hover:border-edge pointer-coarse:min-h-10 ${isUnread ? "border-blocked border-dashed text-blocked" : "border-line bg-soft"}`}
      >
        {children}
        <X aria-hidden="true" className="size-3.5 text-dim" />
      </Link>
    </li>
  );
}
