import { useTranslations } from "next-intl";
import {
  type Age,
  type ChoiceKey,
  choices,
  keys,
  type Problem,
  type Range,
  type ReadTerm,
} from "@/lib/contacts/list/filter/terms";
import type { ConnectionStatus, Tag } from "@/lib/contacts/schema";
import type { Band, Ending, Rule, Verdict } from "@/lib/strength/schema";

/** How filters are said on screen. */
export function useFilterWords() {
  const t = useTranslations("lists.filter");
  const verdicts = useTranslations("strength.verdicts");
  const rules = useTranslations("strength.rules");
  const bands = useTranslations("contacts.bands");
  const statuses = useTranslations("contacts.statuses");
  const soon = useTranslations("contacts.soon");

  const choice = (key: ChoiceKey, value: string): string =>
    ({
      verdict: () => verdicts(value as Verdict),
      missing: () => rules(value as Rule),
      band: () => bands(value as Band),
      status: () => statuses(value as ConnectionStatus),
      soon: () => soon(value as Ending),
    })[key]();

  const range = ({ from, to }: Range) => {
    if (from && to) return t("range.between", { from: from.at, to: to.at });
    if (from) return t(from.open ? "range.above" : "range.from", { at: from.at });
    return to ? t(to.open ? "range.below" : "range.to", { at: to.at }) : "";
  };
  const age = (value: Age) =>
    value === "never"
      ? t("age.never")
      : t(value.within ? "age.within" : "age.before", { count: value.count, unit: value.unit });

  /** A filter that is on; `tags` because an address may name a tag by its id. */
  const pill = (term: Exclude<ReadTerm, { key: "word" }>, tags: Tag[]): string => {
    const value =
      term.key === "strength"
        ? range(term.value)
        : term.key === "last"
          ? age(term.value)
          : term.key in choices
            ? choice(term.key as ChoiceKey, term.value)
            : (tags.find(({ id }) => term.key === "tag" && id === term.value)?.name ?? term.value);
    return t(`pills.${term.key}`, { value });
  };

  const problem = (said: Problem): string => {
    const known = keys.join(", ");
    switch (said.code) {
      case "unknownKey":
        return t("problems.unknownKey", { key: said.key, known });
      case "unknownValue":
        return t("problems.unknownValue", { ...said, known: choices[said.key].join(", ").toLowerCase() });
      case "noValue":
        return t("problems.noValue", { key: said.key, example: exampleOf(said.key) });
      default:
        return t(`problems.${said.code}`);
    }
  };
  return { choice, pill, problem };
}

const exampleOf = (key: (typeof keys)[number]): string => {
  if (key === "strength") return ">60";
  if (key === "last") return "<30d";
  return key in choices ? (choices[key as ChoiceKey][0]?.toLowerCase() ?? "") : "acme";
};
