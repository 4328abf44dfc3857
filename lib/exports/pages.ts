/** Every row there is, page by page: `list` answers with the next after an id. */
export async function* pages<Row extends { id: string }>(
  list: (after: string | null, most: number) => Promise<Row[]>,
  most = 500,
): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ; ) {
    const page: Row[] = await list(after, most);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < most) return;
    after = last.id;
  }
}
