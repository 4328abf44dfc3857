/** Asked for before it is waited for, beside other work: that it failed is told to whoever waits for it, and to nobody before. */
export function ahead<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}
