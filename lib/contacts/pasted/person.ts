/** What was read of somebody from what was pasted; what isn't known is "" or []. */
export type PastedPerson = {
  fullName: string;
  position: string;
  company: string;
  location: string;
  notes: string;
  tags: string;
  /** Profile addresses, as they were written. */
  linkedIn: string[];
  emails: string[];
  phones: string[];
  links: string[];
};

export const nothing = (): PastedPerson => ({
  ...{ fullName: "", position: "", company: "", location: "", notes: "", tags: "" },
  ...{ linkedIn: [], emails: [], phones: [], links: [] },
});

export type PastedField = keyof PastedPerson;

/** The fields that hold something, in the order of the form. */
export function filledFields(person: PastedPerson): PastedField[] {
  return (Object.keys(person) as PastedField[]).filter((field) => person[field].length > 0);
}
