import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { listInWords } from "@/lib/i18n/list";
import { type Rule, rules } from "@/lib/strength/schema";

/**
 * The six rules as marks in their order: a disc where it holds, a ring where not; pointing at one tells which it is. Said in
 * words to those who listen.
 */
export function RuleMarks({ met }: { met: Rule[] }) {
  const t = useTranslations("connections.row");
  const said = useTranslations("connections.rules");
  const names = useTranslations("strength.rules");
  const { locale } = useReader();
  const list = listInWords(
    met.map((rule) => said(rule)),
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
            <title>{names(rule)}</title>
          </circle>
        );
      })}
    </svg>
  );
}
