// Findings that are none, each with the reason.
import type { Finding } from "./finding";

/** `what`: of the finding, or where it is. */
type Explained = { tool: string; what: RegExp; because: string };

export const explained: Explained[] = [
  {
    tool: "expressions",
    what: /is-worth-reading\.ts/,
    because: "asked of the first 500 characters of a paste alone",
  },
  {
    tool: "wapiti",
    what: /Secure Flag cookie|Strict-Transport-Security/i,
    because: "wapiti looks at http on loopback; with an https address both are there, as Observatory's run shows",
  },
  {
    tool: "wapiti",
    what: /X-XSS-Protection/i,
    because:
      "browsers have given up the filter it spoke to, which could be turned against a page; the policy with its nonce does that now",
  },
  {
    tool: "wapiti",
    what: /Cross Site Request Forgery/i,
    because: "Vouch compares Origin and Sec-Fetch-Site with its one address instead of hiding a token in each form",
  },
];

export const unexplained = (found: Finding[]): Finding[] =>
  found.filter(
    ({ tool, what, where }) => !explained.some((one) => one.tool === tool && one.what.test(`${what} ${where}`)),
  );
