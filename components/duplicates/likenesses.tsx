import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import type { Group, Likeness } from "@/lib/duplicates/schema";
import { listInWords } from "@/lib/i18n/list";

/** Why they are shown together: of two people in a line, of more of them whom each is most like. */
export function Likenesses({ group: { people, likenesses } }: { group: Group }) {
  const t = useTranslations("duplicates");
  const { locale } = useReader();
  const list = ({ reasons }: Likeness) =>
    listInWords(
      reasons.map((reason) => t(`reasons.${reason}`)),
      locale,
    );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.fullName ?? "";
  const [only] = likenesses;
  if (!only) return null;
  if (people.length === 2) return <p className="mt-0.5 text-dim first-letter:uppercase">{list(only)}</p>;
  return (
    <ul className="mt-1 grid gap-0.5 text-dim">
      {joining(likenesses).map((likeness) => (
        <li key={`${likeness.contactId} ${likeness.otherId}`}>
          <span className="text-ink">
            {t("between", { one: nameOf(likeness.contactId), other: nameOf(likeness.otherId) })}
          </span>{" "}
          {list(likeness)}
        </li>
      ))}
    </ul>
  );
}

/** The strongest that join everybody: those between people joined already by stronger ones say nothing new. */
function joining(likenesses: Likeness[]): Likeness[] {
  const group = new Map<string, string>();
  const of = (id: string): string => {
    const other = group.get(id);
    return other === undefined ? id : of(other);
  };
  return likenesses.filter(({ contactId, otherId }) => {
    const [one, other] = [of(contactId), of(otherId)];
    if (one === other) return false;
    group.set(one, other);
    return true;
  });
}
