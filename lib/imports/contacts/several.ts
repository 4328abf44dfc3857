/** Several values of one cell, each once: commas, semicolons, line breaks or Google's three colons part them. */
export const several = (cell: string) => split(cell, / ::: |[,;\n]/);

/** Several values that may hold commas and semicolons themselves: web addresses, and all that Google and Outlook write. */
export const severalExact = (cell: string) => split(cell, / ::: |\n/);

function split(cell: string, marks: RegExp): string[] {
  const values = cell.split(marks).map((value) => value.trim());
  return [...new Set(values.filter(Boolean))];
}
