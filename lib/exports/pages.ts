/**
 * What a page of a download holds at most, and one row more. Few enough that a page fits into memory whatever was written
 * in it, and that a slow reader has taken it before anybody thinks that they have gone.
 */
export const pageCharacters = 250_000;

/** Every row there is, page by page: `list` answers with some of the next after an id, with none where there are none. */
export async function* pages<Row extends { id: string }>(
  list: (after: string | null, most: number) => Promise<Row[]>,
  most = 500,
): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ; ) {
    const page: Row[] = await list(after, most);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}
