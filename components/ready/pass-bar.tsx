import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Later } from "./later";
import { NotThisOne } from "./not-this-one";

/** What else can be done with who is on the card: put them off, leave them out, go on or back without a word. */
export function PassBar({
  contact,
  previousId,
  nextId,
}: {
  contact: { id: string; fullName: string };
  previousId: string | null;
  nextId: string | null;
}) {
  const t = useTranslations("ready.pass");
  return (
    <div className="mt-4 flex flex-wrap items-start gap-2.5 border-line border-t pt-4">
      <Later contact={contact} />
      <NotThisOne contact={contact} />
      <nav aria-label={t("label")} className="flex gap-2.5 sm:ml-auto">
        {previousId && (
          <ButtonLink href={`/ready?at=${previousId}`} variant="ghost" keyHint="K ArrowLeft" scroll={false}>
            <ChevronLeft aria-hidden="true" className="size-4 sm:hidden" />
            {t("previous")}
          </ButtonLink>
        )}
        {nextId && (
          <ButtonLink href={`/ready?at=${nextId}`} variant="ghost" keyHint="J ArrowRight" scroll={false}>
            {t("next")}
            <ChevronRight aria-hidden="true" className="size-4 sm:hidden" />
          </ButtonLink>
        )}
      </nav>
    </div>
  );
}
