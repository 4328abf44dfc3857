// Area under the ROC curve: the chance that, of one who came again and one who didn't, drawn at random, the first has
// the higher value; equal values count half. The same as Mann and Whitney's U, divided by the number of such couples.

/** Whether somebody came again, and how often that counts. */
export type Outcome = { readonly again: boolean; weight: number };

/** A value to rank an outcome by. */
export type Ranked = { readonly value: number; readonly outcome: Outcome };

/** In ascending order of value. */
export function rank(values: readonly number[], outcomes: readonly Outcome[]): Ranked[] {
  return outcomes
    .map((outcome, index) => ({ value: values[index] ?? Number.NaN, outcome }))
    .sort((a, b) => a.value - b.value);
}

/** Of what `rank` answered, with the outcomes' weights as they are now; NaN without both outcomes. */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  let couplesInOrder = 0;
  let not = 0;
  let again = 0;
  let value = Number.NaN;
  let notAtValue = 0;
  let againAtValue = 0;
  const close = () => {
    couplesInOrder += againAtValue * (not + notAtValue / 2);
    not += notAtValue;
    again += againAtValue;
    notAtValue = 0;
    againAtValue = 0;
  };
  for (const one of ranked) {
    if (one.value !== value) close();
    value = one.value;
    if (one.outcome.again) againAtValue += one.outcome.weight;
    else notAtValue += one.outcome.weight;
  }
  close();
  return couplesInOrder / (again * not);
}
