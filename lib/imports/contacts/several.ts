/** Several values of one cell, each once: commas, semicolons, line breaks or Google's three colons part them. */
export const several = (cell: string) => split(cell, / ::: |[,;\n]/);

/** Several addresses, which may hold commas and semicolons themselves. */
export const severalLinks = (cell: string) => split(cell, / ::: |\n/);

function split(cell: string, marks: RegExp): string[] {
  const values = cell.split(marks).map((value) => value.trim());
  return [...new Set(values.filter(Boolean))];
}
