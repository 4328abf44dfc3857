import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { normaliseLink, normalisePhone } from "@/lib/contacts/contact-point";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { ContactDetail, ContactPoint, Tag } from "@/lib/contacts/schema";
import { Tags } from "./tags";

const shortened = (address: string) => decodeURI(address).replace(/^https?:\/\/(www\.)?|\/$/g, "");

/** Where somebody is reached, what is noted about them, and their tags. */
export function DetailsPanel({ contact, allTags }: { contact: ContactDetail; allTags: Tag[] }) {
  const t = useTranslations("contacts.page");
  const tPrivacy = useTranslations("privacy");
  const { slugs, points } = contact;
  return (
    <Panel aria-labelledby="details">
      <PanelHeader id="details" title={t("details")}>
        <span className="flex gap-3">
          <Link href={`/contacts/${contact.id}/privacy`} className="text-accent hover:underline">
            {tPrivacy("open")}
          </Link>
          {!contact.deletedAt && (
            <Link href={`/contacts/${contact.id}/edit`} className="text-accent hover:underline">
              {t("edit")}
            </Link>
          )}
        </span>
      </PanelHeader>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-line border-t px-4 py-3 text-small">
        {slugs.length > 0 && (
          <Fact name={t("linkedIn")}>
            {slugs.map((slug, index) => (
              <Outside key={slug} href={linkedInAddress(slug)} note={index > 0 ? t("earlier") : undefined}>
                {shortened(linkedInAddress(slug))}
              </Outside>
            ))}
          </Fact>
        )}
        {(["EMAIL", "PHONE", "URL"] as const).map((kind) => {
          const those = points.filter((point) => point.kind === kind);
          return (
            those.length > 0 && (
              <Fact key={kind} name={t(`points.${kind}`)}>
                {those.map((point) => (
                  <Outside key={point.id} href={reach(point)} note={point.label ?? undefined}>
                    {point.value}
                  </Outside>
                ))}
              </Fact>
            )
          );
        })}
        {contact.connectedOn && (
          <Fact name={t("connectedOn")}>
            <Day day={contact.connectedOn} />
          </Fact>
        )}
        {contact.headline && contact.position && <Fact name={t("headline")}>{contact.headline}</Fact>}
        {contact.expertise && <Fact name={t("expertise")}>{contact.expertise}</Fact>}
        {contact.geographicBarrier && <Fact name={t("geographicBarrier")}>{contact.geographicBarrier}</Fact>}
        <Fact name={t("tags")}>
          {contact.deletedAt ? (
            contact.tags.map((tag) => tag.name).join(", ")
          ) : (
            <Tags contactId={contact.id} tags={contact.tags} all={allTags} />
          )}
        </Fact>
        {contact.notes && (
          <Fact name={t("notes")}>
            <span className="whitespace-pre-line">{contact.notes}</span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

function reach({ kind, value }: ContactPoint): string {
  if (kind === "EMAIL") return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
  return kind === "PHONE" ? `tel:${normalisePhone(value)}` : (normaliseLink(value) ?? "");
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="grid min-w-0 gap-0.5">{children}</dd>
    </>
  );
}

function Outside({ href, note, children }: { href: string; note?: string; children: string }) {
  return (
    <span className="min-w-0 break-words">
      {href ? (
        <a
          href={href}
          target={href.startsWith("http") ? "_blank" : undefined}
          rel="noreferrer"
          className="hover:underline"
        >
          {children}
        </a>
      ) : (
        children
      )}
      {note && <span className="text-faint"> · {note}</span>}
    </span>
  );
}
