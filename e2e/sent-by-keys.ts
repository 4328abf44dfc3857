import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Ctrl-Enter in a field sends its form, whichever form it is. Nothing is sent here: it is stopped before anybody hears. */
export async function expectSentByKeys(page: Page) {
  await expect(async () => {
    const deaf = await page.evaluate(() => {
      const sent = new Set<EventTarget | null>();
      const stop = (event: Event) => {
        sent.add(event.target);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("submit", stop, { capture: true });
      const fields = [...document.forms].flatMap((form) => {
        const written = [...form.elements].find(
          (element) =>
            form.contains(element) && // one that stands in another form acts there
            element.checkVisibility() &&
            element.matches("textarea, select, input:is([type=text], [type=email], :not([type]))"),
        );
        return written ? [{ form, written }] : [];
      });
      for (const { written } of fields) {
        const keys = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        written.dispatchEvent(new KeyboardEvent("keydown", keys));
      }
      window.removeEventListener("submit", stop, { capture: true });
      return fields.filter(({ form }) => !sent.has(form)).map(({ written }) => written.outerHTML.slice(0, 200));
    });
    expect(deaf, `${page.url()}: not sent by Ctrl-Enter`).toEqual([]);
  }).toPass({ timeout: 15_000 });
}
