// What the explanation of a standing is made of: a sentence of the catalogue, and where it leads.
import type { MessageKeys, NestedKeyOf } from "next-intl";
import type catalogue from "@/lib/i18n/messages/en/strength.json";
import type { Until } from "../schema";

export type SentenceKey = MessageKeys<typeof catalogue, NestedKeyOf<typeof catalogue>>;

/** A sentence of the catalogue (`strength.<key>`), with what it names; `moments` are ISO instants, shown as dates. */
export type Sentence = {
  key: SentenceKey;
  values: Record<string, string | number>;
  moments: Record<string, string>;
  /** Where it can be looked at or changed. */
  href: string;
};

export type Links = ReturnType<typeof linksOf>;

/** The forms behind the codes. */
export function linksOf(id: string) {
  const contact = `/contacts/${id}`;
  return {
    contact,
    edit: (field: "how_we_met" | "expertise" | "geographic_barrier" | "do_not_connect") => `${contact}/edit#${field}`,
    assessment: (field?: string) => (field ? `${contact}/assessment#${field}` : `${contact}/assessment`),
    newCheck: `${contact}/checks/new`,
    check: (checkId: string) => `${contact}/checks/${checkId}`,
    log: `/log?contact=${id}`,
    interaction: (interactionId: string) => `/log/${interactionId}`,
    timeline: `${contact}#timeline`,
    support: `${contact}#between`,
    invitations: "/invitations",
  };
}

export function sentence(
  key: SentenceKey,
  href: string,
  values: Sentence["values"] = {},
  moments: Record<string, Until | undefined> = {},
): Sentence {
  const dated = Object.entries(moments).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { key, href, values, moments: Object.fromEntries(dated) };
}
