import { cn } from "@/components/ui/class-names";
import { useReader } from "@/components/ui/date";
import { listInWords } from "@/lib/i18n/list";
import { type Rule, rules } from "@/lib/strength/schema";
import type { RowWords } from "./words";

/**
 * The six rules as marks in their order: a disc where it holds, a ring where not; pointing at one tells which it is. Said in
 * words to those who listen.
 */
export function RuleMarks({ met, words: { row: t, held, names } }: { met: Rule[]; words: RowWords }) {
  const { locale } = useReader();
  const list = listInWords(
    met.map((rule) => held[rule]),
    locale,
  );
  return (
    <span
      role="img"
      aria-label={t("marks", { met: met.length, held: met.length > 0 ? "some" : "none", list })}
      // Drawn by what forced colours would take away; they are shapes, not grounds.
      className="flex h-3 w-[72px] flex-none items-center justify-around forced-color-adjust-none"
    >
      {rules.map((rule) => (
        <span
          key={rule}
          title={names[rule]}
          className={cn("size-[9px] rounded-full", met.includes(rule) ? disc : ring)}
        />
      ))}
    </span>
  );
}

const disc = "bg-ink/75";
const ring = "inset-ring-[1.5px] inset-ring-edge";
