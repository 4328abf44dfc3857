import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Row } from "@/components/ui/row";
import { setTagCadenceAction } from "@/lib/rhythm/actions";
import type { TagCadence } from "@/lib/rhythm/schema";
import { wishFields } from "@/lib/rhythm/wish";
import { useRhythmWords } from "./use-rhythm-words";

/** The tags that have a rhythm, each with what it is. */
export function TagList({ cadences }: { cadences: TagCadence[] }) {
  const t = useTranslations("rhythm.tags");
  const words = useRhythmWords();
  return (
    <ul aria-label={t("title")} className="mb-4 overflow-hidden rounded-control border border-line">
      {cadences.map(({ tagId, name, wish, contacts }) => (
        <li key={tagId} className="-mt-px">
          <Row title={name} detail={words(wish)} why={t("contacts", { count: contacts })}>
            <ActionButton
              action={setTagCadenceAction}
              fields={{ tagId, ...wishFields("DEFAULT") }}
              done={t("removed", { tag: name })}
              undo={{ action: setTagCadenceAction, fields: { tagId, ...wishFields(wish) } }}
              variant="ghost"
              aria-label={t("removeOf", { tag: name })}
            >
              {t("remove")}
            </ActionButton>
          </Row>
        </li>
      ))}
    </ul>
  );
}
