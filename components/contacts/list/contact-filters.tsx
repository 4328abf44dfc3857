import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { contactsAddress } from "@/lib/contacts/list/address";
import { writeFilter, writeTerm } from "@/lib/contacts/list/filter/syntax";
import { type ChoiceKey, choices, type ReadTerm, type Term } from "@/lib/contacts/list/filter/terms";
import { type ContactQuery, sorts, usualWay, wordsOf } from "@/lib/contacts/list/query";
import type { Tag } from "@/lib/contacts/schema";
import { FilterBox } from "./filter/filter-box";
import { useFilterWords } from "./filter/words";
import { FilterMenu } from "./filter-menu";

const menus = ["verdict", "missing", "band", "soon", "status"] as const;

/** The filter as text, with what of it isn't understood. */
export function FilterText({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const { problem } = useFilterWords();
  const problems = query.terms.flatMap((term) => (term.key === "unread" ? [problem(term.problem)] : []));
  return (
    <FilterBox key={writeFilter(query.terms)} query={query} tags={tags.map(({ name }) => name)} problems={problems} />
  );
}

/** A menu for each filter that has few choices; choosing what is on takes it off. */
export function FilterMenus({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const t = useTranslations("contacts.list");
  const words = useFilterWords();
  const { terms } = query;
  const labels = {
    ...{ verdict: t("verdict"), missing: t("missing"), band: t("strength"), soon: t("soon"), status: t("status") },
  };
  const toggled = (term: ReadTerm) => {
    const current = terms.some((other) => writeTerm(other) === writeTerm(term));
    const others = terms.filter((other) => writeTerm(other) !== writeTerm(term));
    return { href: contactsAddress(query, { terms: current ? others : [...terms, term] }), current };
  };
  const option = (key: ChoiceKey, value: string) => ({
    ...toggled({ key, value } as ReadTerm),
    label: words.choice(key, value),
  });
  return (
    <>
      {menus.map((key) => (
        <FilterMenu key={key} label={labels[key]} options={choices[key].map((value) => option(key, value))} />
      ))}
      {tags.length > 0 && (
        <FilterMenu
          label={t("tag")}
          options={tags.map(({ name }) => ({ ...toggled({ key: "tag", value: name }), label: name }))}
        />
      )}
    </>
  );
}

/** The orders, each both ways. */
export function SortMenu({ query }: { query: ContactQuery }) {
  const t = useTranslations("contacts.list");
  const words = useTranslations("lists.sorts");
  const options = sorts.flatMap((sort) =>
    [false, true].map((reversed) => ({
      href: contactsAddress(query, { sort, reversed }),
      label: words(`${sort}.${wayOf(sort, reversed)}`),
      current: query.sort === sort && query.reversed === reversed,
    })),
  );
  const now = words(`${query.sort}.${wayOf(query.sort, query.reversed)}`);
  return <FilterMenu label={t("sortedBy", { sort: now })} align="end" options={options} />;
}

function wayOf(sort: ContactQuery["sort"], reversed: boolean): "asc" | "desc" {
  if (!reversed) return usualWay[sort];
  return usualWay[sort] === "asc" ? "desc" : "asc";
}

/** A pill for each filter that is on. */
export function FilterPills({ query, tags }: { query: ContactQuery; tags: Tag[] }) {
  const t = useTranslations("contacts.list");
  const { pill } = useFilterWords();
  const { terms } = query;
  const words = wordsOf(query);
  if (terms.length === 0) return null;
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
