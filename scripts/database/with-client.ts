import { Client, type ClientConfig } from "pg";

/** One connection for one piece of work. */
export async function withClient<T>(
  url: string,
  work: (client: Client) => Promise<T>,
  settings: ClientConfig = {},
): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, ...settings });
  client.on("error", () => {}); // a connection that breaks between two queries fails the second one
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
