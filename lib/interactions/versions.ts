import "server-only";
import type { Versions } from "@/lib/form-conflict/answer";
import { entriesOf, type Field } from "@/lib/form-conflict/compare";
import { changedAt } from "@/lib/form-conflict/data";
import { choice, day, line, text } from "@/lib/form-conflict/fields";
import { Refusal } from "@/lib/refusal";
import { getInteraction } from "./data";
import { interactionValues } from "./form-values";
import { namesOf } from "./participants/data";
import type { UpdateInteraction } from "./schema";
import { depths, directions, interactionKinds } from "./words";

export const interactionVersions: Versions<UpdateInteraction> = {
  async newest(db, { id }, { timeZone }) {
    const interaction = await getInteraction(db, id);
    if (!interaction) throw new Refusal("notFound");
    const values = interactionValues(interaction, timeZone);
    return { version: interaction.version, changedAt: await changedAt(db, "interaction", id), values };
  },
  async fields(t, account, db, { id, contactIds }) {
    const present = (await getInteraction(db, id))?.contacts ?? [];
    const called = new Map([
      ...present.map((person) => [person.id, person.name] as const),
      ...(await namesOf(db, contactIds)),
    ]);
    return [
      people(t("interactions.who"), called),
      choice("kind", t("interactions.kind"), interactionKinds, (kind) => t(`interactions.kinds.${kind}`)),
      choice("direction", t("interactions.direction"), directions, (way) => t(`interactions.directions.${way}`)),
      day("day", t("interactions.day"), account),
      line("time", t("interactions.time")),
      choice("depth", t("interactions.depth"), depths, (depth) => t(`interactions.depths.${depth}`)),
      text("notes", t("interactions.notes"), "mentions"),
      line("groupSize", t("interactions.groupSize")),
    ];
  },
};

/** Those chosen, those new, and who still stands in the box; shown by name. */
function people(label: string, called: Map<string, string>): Field {
  const ids = (values: Parameters<typeof entriesOf>[0]) => [...new Set(entriesOf(values, "contactIds"))].sort();
  const typed = (values: Parameters<typeof entriesOf>[0]) => [
    ...entriesOf(values, "newNames"),
    ...entriesOf(values, "names"),
  ];
  return {
    names: ["contactIds", "newNames", "names"],
    label,
    meant: (values) => JSON.stringify([ids(values), typed(values)]),
    shown: (values) => [...ids(values).map((id) => called.get(id) ?? id), ...typed(values)].join(", "),
  };
}
