import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Resembling } from "@/lib/duplicates/schema";

/** Others who may be the same person: a hint, and a look side by side. */
export function ResemblingHint({ id, resembling }: { id: string; resembling: Resembling[] }) {
  const t = useTranslations("contacts.page");
  if (resembling.length === 0) return null;
  return (
    <p className="mb-[18px] text-dim text-small">
      {t.rich("resembling", {
        names: () =>
          resembling.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ", "}
              <Link href={`/contacts/${other.id}`} className="text-accent hover:underline">
                {other.company ? `${other.fullName} (${other.company})` : other.fullName}
              </Link>
            </span>
          )),
      })}{" "}
      <Link
        href={`/contacts/duplicates?with=${[id, ...resembling.map((other) => other.id)].join(",")}`}
        className="text-accent hover:underline"
      >
        {t("compare")}
      </Link>
    </p>
  );
}
