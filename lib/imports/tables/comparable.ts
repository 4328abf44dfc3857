/** A column's name without case, accents, spaces, underscores, hyphens and BOM. */
export function comparable(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\p{M}\s_\-'’\uFEFF]/gu, "");
}
