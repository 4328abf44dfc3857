import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Moment, useReader } from "@/components/ui/date";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { formatMoment } from "@/lib/dates/format";
import { restoreTextAction } from "@/lib/recommendations/actions";
import { differenceOf, type Piece } from "@/lib/recommendations/difference";
import type { RecommendationDetail, SavedText } from "@/lib/recommendations/schema";

/** Every text that was saved, the newest first, with what became of it, and the way back to it. */
export function SavedTexts({ item, texts }: { item: RecommendationDetail; texts: SavedText[] }) {
  const t = useTranslations("recommendations.texts");
  if (texts.length === 0) return null;
  const now = item.text ?? "";
  return (
    <Panel aria-labelledby="saved-texts">
      <PanelHeader id="saved-texts" title={t("title")} note={texts.length} />
      {texts.some(({ text }) => text !== now) && <p className="px-4 pb-3 text-dim text-small">{t("lead")}</p>}
      <ol>
        {texts.map((saved) => (
          <li key={saved.id} className="border-line border-t">
            <details>
              <summary className="px-4 py-2.5 font-medium hover:text-ink pointer-coarse:py-3.5">
                <Moment at={saved.createdAt} />
                {saved.text === now && <span className="font-normal text-dim"> · {t("now")}</span>}
              </summary>
              <div className="grid justify-items-start gap-3 px-4 pb-4">
                {saved.text === now ? (
                  <p className="whitespace-pre-wrap break-words">{saved.text}</p>
                ) : (
                  <>
                    <Difference pieces={differenceOf(saved.text, now)} />
                    <Restore item={item} saved={saved} current={texts.find(({ text }) => text === now)} />
                  </>
                )}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Difference({ pieces }: { pieces: Piece[] }) {
  return (
    <p className="whitespace-pre-wrap break-words">
      {pieces.map(({ text, how }, place) => {
        const key = `${place} ${how}`;
        if (how === "gone")
          return (
            <del key={key} className="text-dim">
              {text}
            </del>
          );
        if (how === "new")
          return (
            <ins key={key} className="mx-0.5 bg-ready-bg text-ready">
              {text}
            </ins>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function Restore({
  item: { id, version },
  saved,
  current,
}: {
  item: RecommendationDetail;
  saved: SavedText;
  current: SavedText | undefined;
}) {
  const t = useTranslations("recommendations.texts");
  const when = formatMoment(saved.createdAt, useReader());
  return (
    <ActionButton
      action={restoreTextAction}
      fields={{ id, version, textId: saved.id }}
      done={t("restored", { when })}
      {...(current && {
        undo: { action: restoreTextAction, fields: { id, version: String(version + 1), textId: current.id } },
      })}
      aria-label={t("restoreOf", { when })}
    >
      {t("restore")}
    </ActionButton>
  );
}
