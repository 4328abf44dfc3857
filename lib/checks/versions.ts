import "server-only";
import type { z } from "zod";
import { whereContactIs } from "@/lib/contacts/existing/whereabouts/data";
import type { OwnerDb } from "@/lib/db";
import type { Versions } from "@/lib/form-conflict/answer";
import { changedAt } from "@/lib/form-conflict/data";
import { choice, day, line, text } from "@/lib/form-conflict/fields";
import { getCheck } from "./data";
import { checkValues, resolutionValues } from "./form-values";
import type { CheckDetail, resolveConcern, updateCheck } from "./schema";
import { checkKinds, findings } from "./words";

async function newest(
  db: OwnerDb,
  { id, contactId }: { id: string; contactId: string },
  values: (check: CheckDetail) => ReturnType<typeof checkValues>,
) {
  const check = await getCheck(db, contactId, id);
  if (!check) throw await whereContactIs(db, contactId, `/checks/${id}`);
  return { version: check.version, changedAt: await changedAt(db, "check", id), values: values(check) };
}

export const checkVersions: Versions<z.output<typeof updateCheck>> = {
  newest: (db, input, { timeZone }) => newest(db, input, (check) => checkValues(check, timeZone)),
  fields: (t, account) => [
    choice("kind", t("checks.kind"), checkKinds, (kind) => t(`checks.kinds.${kind}`)),
    line("claim", t("checks.claim")),
    line("sourceName", t("checks.sourceName")),
    line("sourceUrl", t("checks.sourceUrl")),
    choice("independent", t("checks.independent"), ["yes", "no"], (answer) => t(`checks.${answer}`)),
    choice("finding", t("checks.finding"), findings, (finding) => t(`checks.findings.${finding}`)),
    day("checkedOn", t("checks.checkedOn"), account),
    day("expiresOn", t("checks.expiresOn"), { ...account, prefer: "future" }),
    text("note", t("checks.note")),
  ],
};

/** A concern is resolved as it stood: whatever was changed about it, it is looked at again. */
export const resolutionVersions: Versions<z.output<typeof resolveConcern>> = {
  newest: (db, input) => newest(db, input, resolutionValues),
  fields: (t) => [text("resolution", t("checks.resolution"))],
  always: true,
};
