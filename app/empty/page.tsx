/** Nothing: what any page of this build costs at the least. Other pages are held against it (e2e/first-load.spec.ts). */
export default function EmptyPage() {
  return null;
}
