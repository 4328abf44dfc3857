import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/class-names";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { contactsAddress } from "@/lib/contacts/list/address";
import type { ContactQuery, ContactSummary, Sort } from "@/lib/contacts/list/schema";
import { VerdictPill } from "../verdict-pill";

const cell = "px-4 py-[9px] align-middle";

/** A row is a link as a whole; on a phone it is two lines, without the columns. */
export function ContactTable({ query, contacts }: { query: ContactQuery; contacts: ContactSummary[] }) {
  const t = useTranslations("contacts.list");
  return (
    <table className="w-full table-fixed">
      <thead className="text-left text-dim text-small max-md:sr-only">
        <tr>
          <Head query={query} sort="name" className="w-auto">
            {t("name")}
          </Head>
          <Head className="w-[152px]">{t("verdict")}</Head>
          <Head query={query} sort="strength" className="w-[132px]">
            {t("strength")}
          </Head>
          <Head query={query} sort="contacted" className="w-[118px]">
            {t("lastContact")}
          </Head>
          <Head className="w-[170px] max-lg:hidden">{t("tags")}</Head>
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.id} className="relative border-line border-t hover:bg-soft/60">
            <td className={cn(cell, "max-md:w-full")}>
              <div className="flex items-center gap-3">
                <Avatar name={contact.fullName} />
                <div className="min-w-0 flex-1">
                  <div className="flex items-baseline justify-between gap-2">
                    <Link
                      href={`/contacts/${contact.id}`}
                      className="truncate font-medium after:absolute after:inset-0 after:content-['']"
                    >
                      {contact.fullName}
                    </Link>
                    <span className="flex-none md:hidden">
                      <VerdictPill verdict={contact.verdict} />
                    </span>
                  </div>
                  <div className="flex justify-between gap-2 text-dim text-small">
                    <span className="truncate">
                      {[contact.position, contact.company].filter(Boolean).join(", ") || "\u00a0"}
                    </span>
                    {contact.lastInteractionAt && (
                      <span className="flex-none md:hidden">
                        <DayOf moment={contact.lastInteractionAt} near />
                      </span>
                    )}
                  </div>
                </div>
              </div>
            </td>
            <td className={cn(cell, "max-md:hidden")}>
              <VerdictPill verdict={contact.verdict} />
            </td>
            <td className={cn(cell, "max-md:hidden")}>
              <Meter value={contact.strength} label={t("strengthOf", { name: contact.fullName })} />
            </td>
            <td className={cn(cell, "whitespace-nowrap text-dim max-md:hidden")}>
              {contact.lastInteractionAt ? <DayOf moment={contact.lastInteractionAt} near /> : t("never")}
            </td>
            <td className={cn(cell, "truncate text-dim text-small max-lg:hidden")}>
              {contact.tags.map((tag) => tag.name).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({
  query,
  sort,
  className,
  children,
}: {
  query?: ContactQuery;
  sort?: Sort;
  className?: string;
  children: string;
}) {
  const current = sort !== undefined && query?.sort === sort;
  return (
    <th
      scope="col"
      className={cn("px-4 py-2.5 font-medium", className)}
      aria-sort={current ? (sort === "name" ? "ascending" : "descending") : undefined}
    >
      {sort && query ? (
        <Link
          href={contactsAddress(query, { sort })}
          className={cn("-mx-1.5 rounded-small px-1.5 py-0.5 hover:text-ink", current && "text-ink")}
        >
          {children}
          {current && <span aria-hidden="true">{sort === "name" ? " ↑" : " ↓"}</span>}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}
