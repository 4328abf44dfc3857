import { Refusal } from "@/lib/refusal";

/** The database refuses whatever would take the last administrator away from the others: said as `lastAdministrator`. */
export async function keepingAnAdministrator<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (/\blast_administrator\b/.test((error as Error).message)) throw new Refusal("lastAdministrator");
    throw error;
  }
}
