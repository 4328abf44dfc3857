/** A column for the names of the fields, which a phone shows above, and one for each person. */
const columns: Record<number, string> = {
  2: "grid-cols-2 sm:grid-cols-[8rem_repeat(2,minmax(0,1fr))]",
  3: "grid-cols-3 sm:grid-cols-[8rem_repeat(3,minmax(0,1fr))]",
  4: "grid-cols-4 sm:grid-cols-[8rem_repeat(4,minmax(0,1fr))]",
  5: "grid-cols-5 sm:grid-cols-[8rem_repeat(5,minmax(0,1fr))]",
  6: "grid-cols-6 sm:grid-cols-[8rem_repeat(6,minmax(0,1fr))]",
};

export const rowStyle = (people: number) => `grid gap-x-3 gap-y-1 border-line border-t py-2 ${columns[people] ?? ""}`;
