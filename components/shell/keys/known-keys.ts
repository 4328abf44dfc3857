import { goKeys } from "@/components/ui/shortcuts";

/** Keys (any of them) and what they do, in the words of what they press. */
export type KnownKey = { where: "page" | "row" | "anywhere" | "go"; press: string[]; name: string };

/**
 * The keys that work now, read off the page itself, so that the list is true whatever page it is. What stands in rows is
 * told once; keys of one name are one line.
 */
export function knownKeys(): KnownKey[] {
  const known = new Map<string, KnownKey>();
  for (const element of document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")) {
    if (!element.checkVisibility()) continue;
    const press = element.getAttribute("aria-keyshortcuts")?.split(" ").filter(Boolean) ?? [];
    const where = element.closest("main article") ? "row" : element.closest("main") ? "page" : "anywhere";
    const name = where === "row" ? shownText(element) || nameOf(element) : nameOf(element);
    const key = where === "row" ? `${where} ${press}` : `${where} ${press} ${name}`;
    if (!known.has(key)) known.set(key, { where, press, name });
  }
  const links = [...document.querySelectorAll<HTMLElement>("[data-go]")];
  return [
    ...known.values(),
    ...goKeys(links).map(({ letter, name }): KnownKey => ({ where: "go", press: ["G", letter], name })),
  ];
}

/** Whether the page has rows to walk through. */
export const hasRows = () => document.querySelector("[data-row-keys] article") !== null;

/** As assistive technology would say it. */
function nameOf(element: HTMLElement): string {
  const labelled = element.getAttribute("aria-label") ?? labels(element);
  return (labelled || shownText(element)).trim();
}

function labels(element: HTMLElement): string {
  return "labels" in element
    ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])].map(shownText).join(" ")
    : "";
}

/** Its words without those that are hidden from assistive technology, such as the key's own sign. */
function shownText(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll("[aria-hidden=true], input, textarea, select")) hidden.remove();
  return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
