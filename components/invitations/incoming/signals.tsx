import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { IncomingCard, Signal } from "@/lib/invitations/incoming/schema";

/** Facts about the invitation, each in a sentence that leads to its evidence. */
export function Signals({ card }: { card: IncomingCard }) {
  const t = useTranslations("incoming.signals");
  const { signals, contact } = card;
  if (signals.length === 0) return null;
  return (
    <section aria-labelledby="signals" className="mt-4">
      <h3 id="signals" className="mb-1 font-bold">
        {t("title")}
      </h3>
      <ul className="grid gap-1">
        {signals.map((signal) => (
          <li key={signal.code} className="flex flex-wrap gap-x-2">
            <span>
              <Sentence signal={signal} />
            </span>
            <Link href={evidenceOf(signal, contact.id)} className="text-accent underline underline-offset-2">
              {t(`${signal.code}Link`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ signal }: { signal: Signal }) {
  const t = useTranslations("incoming.signals");
  switch (signal.code) {
    case "openConcern":
      return t("openConcern", { claim: signal.claim, named: signal.claim.trim() ? "yes" : "no" });
    case "nameClash":
      return t(signal.address === "other" ? "nameClashOther" : "nameClashNone", { other: signal.other.fullName });
    case "sameMessage":
      return t("sameMessage", { other: signal.other.fullName, senders: signal.senders });
    default:
      return t(signal.code);
  }
}

function evidenceOf(signal: Signal, contactId: string): Route {
  const contact = `/contacts/${contactId}` as const;
  switch (signal.code) {
    case "doNotConnect":
      return `${contact}/edit#do_not_connect`;
    case "openConcern":
      return `${contact}/checks/${signal.checkId}`;
    case "nameClash":
      return `/contacts/duplicates?with=${contactId},${signal.other.id}`;
    case "sameMessage":
      return `/contacts/${signal.other.id}?show=messages#timeline`;
    case "noHistory":
      return `${contact}#timeline`;
    default:
      return `${contact}?show=messages#timeline`;
  }
}
