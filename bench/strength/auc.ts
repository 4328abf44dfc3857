// Area under the ROC curve: the chance that, of one who came again and one who didn't, drawn at random, the first has
// the higher value; equal values count half. The same as Mann and Whitney's U, divided by the number of such couples.

/** A value to rank by, whether it came again, and how often the case counts. */
export type Case = { value: number; again: boolean; weight: number };

/** Of cases in ascending order of value, in any order among equals; NaN without both outcomes. */
export function areaOfSorted(cases: readonly Case[]): number {
  let above = 0;
  let not = 0;
  let again = 0;
  for (let start = 0; start < cases.length; ) {
    const value = cases[start]?.value;
    let notHere = 0;
    let againHere = 0;
    for (; start < cases.length && cases[start]?.value === value; start++) {
      const { again: positive, weight } = cases[start] as Case;
      if (positive) againHere += weight;
      else notHere += weight;
    }
    above += againHere * (not + notHere / 2);
    not += notHere;
    again += againHere;
  }
  return above / (again * not);
}

/** Of values beside their outcomes. */
export function areaUnderCurve(values: readonly number[], again: readonly boolean[]): number {
  const cases = values.map((value, index) => ({ value, again: again[index] ?? false, weight: 1 }));
  return areaOfSorted(cases.sort((a, b) => a.value - b.value));
}
