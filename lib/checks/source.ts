// Where a check's information comes from. The database decides what counts (check_origin and page_of in
// prisma/sql/relationship_strength.sql); this says the same while the form is being filled in.

/** A link as stored: http or https, the latter where nothing is written. Null where it is none. */
export function webLink(typed: string): string | null {
  const written = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  if (/\s/.test(written) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname.includes(".")) return null;
  return address;
}

/** "https://www.Example.org:8080/team/?a#b" → "example.org/team"; null for what is no link. */
export function pageOf(url: string): string | null {
  const part =
    /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:)?(?:[^\s/?#@]*@)?(?:www\.|[a-z]{2}\.(?=linkedin\.com))?([^\s/?#:]+?)\.?(?::\d+)?(\/[^\s?#]*)?(?:[?#]\S*)?$/.exec(
      url.trim().toLowerCase(),
    );
  return part ? part[1] + (part[2] ?? "").replace(/(?<!\/)\/+$/, "") : null;
}

/** What a check counts as: two with the same origin are one source. "" where nothing is named. */
export function originOf(sourceUrl: string | null, sourceName: string | null): string {
  const host = sourceUrl && pageOf(sourceUrl)?.split("/")[0];
  return host || (sourceName ?? "").trim().toLowerCase();
}

/** Whether a source stands on one of the contact's own pages: their own word, however it is ticked. */
export function isOwnPage(sourceUrl: string | null, sourceName: string | null, ownPages: string[]): boolean {
  const page = (sourceUrl && pageOf(sourceUrl)) || originOf(sourceUrl, sourceName);
  return ownPages.some((own) => {
    const ownPage = pageOf(own);
    return ownPage !== null && `${page}/`.startsWith(`${ownPage}/`);
  });
}
