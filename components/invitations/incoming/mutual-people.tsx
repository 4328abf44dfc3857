import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { IncomingCard, Known, Mutual } from "@/lib/invitations/incoming/schema";

/** Contacts of yours who may know them. */
export function MutualPeople({ mutual: { company, tags, introducedBy } }: { mutual: IncomingCard["mutual"] }) {
  const t = useTranslations("incoming.mutual");
  const isNobody = !company && tags.length === 0 && introducedBy.length === 0;
  return (
    <section aria-labelledby="mutual" className="mt-4">
      <h3 id="mutual" className="mb-1 font-bold">
        {t("title")}
      </h3>
      {isNobody ? (
        <p className="text-dim">{t("none")}</p>
      ) : (
        <ul className="grid gap-1">
          {introducedBy.map((person) => (
            <li key={person.id}>{t.rich(person.by, { person: () => <Person person={person} /> })}</li>
          ))}
          {company && <li>{t.rich("company", { name: company.name, people: () => <People mutual={company} /> })}</li>}
          {tags.map((tag) => (
            <li key={tag.id}>{t.rich("tag", { name: tag.name, people: () => <People mutual={tag} /> })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function People({ mutual: { people, count } }: { mutual: Mutual }) {
  const t = useTranslations("incoming.mutual");
  return (
    <>
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ", "}
          <Person person={person} />
        </span>
      ))}
      {count > people.length && ` ${t("more", { count: count - people.length })}`}
    </>
  );
}

function Person({ person: { id, fullName } }: { person: Known }) {
  return (
    <Link href={`/contacts/${id}`} className="text-accent underline underline-offset-2">
      {fullName}
    </Link>
  );
}
