// What the seed lacks and the pages show: a busy desk, somebody with a long history, an import.
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { fillDesk } from "../desk/fill";

/** Adds it, in proportion to the contacts; answers with whom it is about. */
export async function fillPages(admin: Client, owner: OwnerId, contacts: number) {
  const contact = await fillDesk(admin, owner, Math.ceil(contacts / 20));
  await addHistory(admin, owner, contact);
  // As when the look for duplicates has come by: a contact it waits to look at is compared when a page shows it.
  await admin.query("delete from duplicate_queue where owner_id = $1", [owner]);
  const { rows } = await admin.query<{ id: string }>(
    "insert into import_batch (owner_id, file_name, state, rows_done, rows_total) values ($1, 'messages.csv', 'RUNNING', 10, 20) returning id",
    [owner],
  );
  return { contact, batch: rows[0]?.id as string };
}

/** 2,000 interactions within two years. */
async function addHistory(admin: Client, owner: OwnerId, contact: string) {
  await admin.query("begin");
  await admin.query("select set_config('app.owner_id', $1, true)", [owner]);
  await admin.query(
    `with made as (
       insert into interaction (owner_id, kind, direction, occurred_at, notes)
       select $1, (array['IN_PERSON', 'VIDEO', 'CALL', 'MESSAGE', 'MESSAGE'])[1 + n % 5]::interaction_kind,
         (array['JOINT', 'JOINT', 'JOINT', 'INBOUND', 'OUTBOUND'])[1 + n % 5]::interaction_direction,
         now() - n * interval '8 hours', 'Talked about the catalogue, number ' || n
       from generate_series(1, 2000) as n returning id
     )
     insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from made`,
    [owner, contact],
  );
  await admin.query("commit");
}
