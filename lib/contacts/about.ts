/** Who somebody is, in the line under their name: their headline, else position and company. */
export function aboutContact({
  headline,
  position,
  company,
}: {
  headline: string | null;
  position: string | null;
  company: string | null;
}): string | null {
  return headline ?? ([position, company].filter(Boolean).join(", ") || null);
}
