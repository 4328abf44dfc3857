import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Row } from "@/components/ui/row";
import type { SupportAct } from "@/lib/support/schema";
import { DeleteSupport } from "./delete-support";

/** One act of help: what it was, when, with whom at the other end of an introduction. */
export function ActRow({ act, title }: { act: SupportAct; title: ReactNode }) {
  const t = useTranslations("support");
  const { introduced, note, occurredAt, fromRecommendation } = act;
  return (
    <Row
      title={title}
      why={
        <>
          <DayOf moment={occurredAt} />
          {introduced && (
            <>
              {" · "}
              {t.rich(act.direction === "GIVEN" ? "introduced" : "to", {
                link: () => (
                  <Link href={`/contacts/${introduced.id}`} className="underline">
                    {introduced.fullName}
                  </Link>
                ),
              })}
            </>
          )}
          {note && <> · {note}</>}
          {fromRecommendation && <> · {t("fromRecommendation")}</>}
        </>
      }
    >
      {!fromRecommendation && <DeleteSupport act={act} />}
    </Row>
  );
}
