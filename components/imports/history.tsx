import { FileText } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import { countOf, type ImportSummary } from "@/lib/imports/schema";

/** Every file brought so far, newest first. */
export async function ImportHistory({ imports }: { imports: ImportSummary[] }) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  return (
    <Panel aria-labelledby="imports-history">
      <PanelHeader id="imports-history" title={t("history.title")} />
      {imports.length === 0 ? (
        <EmptyState icon={FileText} title={t("history.emptyTitle")} text={t("history.emptyText")} />
      ) : (
        imports.map(({ id, fileName, kinds, state, counts, createdAt }) => (
          <Row
            key={id}
            title={fileName}
            detail={kinds.map((kind) => t(`kinds.${kind}`)).join(", ")}
            why={[
              t(`states.${state}`),
              countOf(counts) > 0 && t("history.rows", { rows: countOf(counts) }),
              format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" }),
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            <ButtonLink
              href={`/data/${id}`}
              size="small"
              variant={state === "PREVIEW" ? "primary" : "secondary"}
              aria-label={`${t(state === "PREVIEW" ? "history.look" : "history.open")}: ${fileName}`}
            >
              {t(state === "PREVIEW" ? "history.look" : "history.open")}
            </ButtonLink>
          </Row>
        ))
      )}
    </Panel>
  );
}
