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
    <svg
      role="img"
      aria-label={t("marks", { met: met.length, held: met.length > 0 ? "some" : "none", list })}
      viewBox="0 0 72 12"
      className="h-3 w-[72px] flex-none"
    >
      {rules.map((rule, place) => {
        const holds = met.includes(rule);
        return (
          <circle
            key={rule}
            cx={place * 12 + 6}
            cy={6}
            r={holds ? 4.5 : 3.75}
            strokeWidth={holds ? 0 : 1.5}
            className={holds ? "fill-ink/75" : "fill-none stroke-edge"}
          >
            <title>{names[rule]}</title>
          </circle>
        );
      })}
    </svg>
  );
}
