import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { listMissing, type MissingConnection } from "@/lib/imports/connections/missing/data";
import { sayMissingAction } from "@/lib/imports/decisions/actions";
import { Choices } from "./choices";

/** Connections that the file doesn't name any more. Nothing happens to them unless the owner says so. */
export async function Missing({ owner, id }: { owner: OwnerId; id: string }) {
  const { missing, total } = await asOwner(owner, (db) => listMissing(db, id));
  if (total === 0) return null;
  const t = await getTranslations("imports.missing");
  const choices = [
    { value: "yes", label: t("removed") },
    { value: "no", label: t("stays") },
  ];
  return (
    <Panel aria-labelledby="import-missing">
      <PanelHeader id="import-missing" title={t("title")} note={t("count", { count: total })} />
      <p className="max-w-[64ch] px-4 pb-3 text-dim">{t("text")}</p>
      {total > 1 && (
        <div className="px-4 pb-3">
          <Choices
            action={sayMissingAction}
            hidden={{ id }}
            name="removed"
            label={t("all")}
            choices={[
              { value: "yes", label: t("allRemoved") },
              { value: "no", label: t("allStay") },
            ]}
          />
        </div>
      )}
      <ul>
        {missing.map((person) => (
          <li key={person.contactId} className="grid gap-2 border-line border-t px-4 py-3">
            <Who person={person} />
            <Choices
              action={sayMissingAction}
              hidden={{ id, contactId: person.contactId }}
              name="removed"
              label={t("what", { name: person.name })}
              chosen={person.removed === null ? null : person.removed ? "yes" : "no"}
              choices={choices}
            />
          </li>
        ))}
      </ul>
      {total > missing.length && (
        <p className="border-line border-t px-4 py-2 text-faint text-small">
          {t("more", { count: total - missing.length })}
        </p>
      )}
    </Panel>
  );
}

async function Who({ person }: { person: MissingConnection }) {
  const t = await getTranslations("imports.missing");
  const { contactId, name, company, connectedOn, maybe } = person;
  return (
    <div>
      <Link href={`/contacts/${contactId}`} className="font-medium hover:underline">
        {name}
      </Link>
      <span className="text-dim">{[company, connectedOn].filter(Boolean).map((fact) => ` · ${fact}`)}</span>
      {maybe.length > 0 && (
        <p className="text-dim text-small">{t("renamed", { names: maybe.map((row) => row.name).join(", ") })}</p>
      )}
    </div>
  );
}
