// For tests that look at every screen and change nothing: one desk with something on each, for all of a worker's tests.
import { addressesByRoute } from "./addresses";
import { cookieFor, guestTest, newOwner } from "./fixtures";

type StorageState = { cookies: Awaited<ReturnType<typeof cookieFor>>[]; origins: [] };
type Desk = { addresses: Record<string, string>; storageState: StorageState };

/** `page` is signed in as the desk's owner; `desk.addresses` has an address for every route. */
export const screenTest = guestTest.extend<object, { desk: Desk }>({
  desk: [
    async ({ playwright }, use) => {
      const owner = await newOwner();
      const storageState: StorageState = { cookies: [await cookieFor(owner)], origins: [] };
      const request = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL, storageState });
      const addresses = await addressesByRoute(request, owner);
      await request.dispose();
      await use({ addresses, storageState });
    },
    { scope: "worker" },
  ],
  storageState: ({ desk }, use) => use(desk.storageState),
  serviceWorkers: "block", // it would fetch the page for offline for each of these tests
});
