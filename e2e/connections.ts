// Connections of an owner's, for the journeys that are about them.
import { asAdministrator, type Owner } from "./fixtures";
import { addContacts, addReadyContact } from "./people";

/** Connected since spring 2025, in the order in which they are asked about: nothing ever happened with them. */
export async function addConnections(owner: Owner, names: string[]): Promise<string[]> {
  const ids = await addContacts(owner, names);
  await connect(owner, ids);
  return ids;
}

function connect(owner: Owner, ids: string[]) {
  return asAdministrator((client) =>
    client.query(
      "update contact set connection_status = 'CONNECTED', connected_on = '2025-04-01' where owner_id = $1 and id = any($2)",
      [owner.id, ids],
    ),
  );
}

export async function addVouchedFor(owner: Owner, name: string): Promise<string> {
  const id = await addReadyContact(owner, name);
  await connect(owner, [id]);
  return id;
}
