import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ContactName } from "@/lib/contacts/schema";

/** Others of the same name: a hint, as two people may share one. */
export function Namesakes({ namesakes }: { namesakes: ContactName[] }) {
  const t = useTranslations("contacts.page");
  if (namesakes.length === 0) return null;
  return (
    <p className="mb-[18px] text-dim text-small">
      {t.rich("namesakes", {
        count: namesakes.length,
        names: () =>
          namesakes.map((namesake, index) => (
            <span key={namesake.id}>
              {index > 0 && ", "}
              <Link href={`/contacts/${namesake.id}`} className="text-accent hover:underline">
                {namesake.company ? `${namesake.fullName} (${namesake.company})` : namesake.fullName}
              </Link>
            </span>
          )),
      })}
    </p>
  );
}
