/** What the answer is for, as the server calls it: app/api/passkeys. */
export type PasskeyPurpose = "sign-in" | "confirm" | "add";

/** Why there is no answer: a word of `keys.problems`. */
export type PasskeyProblem =
  | ("unsupported" | "unreached" | "signedOut" | "elsewhere" | "confirmFirst")
  | ("stopped" | "known" | "failed");

/** Neither of the two: another question took its place. */
export type PasskeyOutcome = { answer?: string; problem?: PasskeyProblem };

/** What the route answers with, by what was asked for. */
const refusals: Record<number, Partial<Record<PasskeyPurpose, PasskeyProblem>>> = {
  401: { confirm: "signedOut", add: "signedOut" },
  403: { "sign-in": "elsewhere", confirm: "elsewhere", add: "confirmFirst" },
};

// The library is loaded by who uses a passkey, not with the page.
const library = () => import("@simplewebauthn/browser");

/**
 * Asks the server for a challenge and the browser for a passkey that answers it. `inField`: the browser only offers
 * passkeys where the e-mail is typed, and this waits until one is chosen.
 */
export async function askPasskey(purpose: PasskeyPurpose, { inField = false } = {}): Promise<PasskeyOutcome> {
  if (typeof PublicKeyCredential === "undefined") return { problem: "unsupported" };
  try {
    const asking = fetch(`/api/passkeys/${purpose}`, { method: "POST" });
    const [{ startAuthentication, startRegistration }, asked] = await Promise.all([library(), asking]);
    if (!asked.ok) return { problem: refusals[asked.status]?.[purpose] ?? "unreached" };
    const optionsJSON = await asked.json();
    const answer =
      purpose === "add"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON, useBrowserAutofill: inField });
    return { answer: JSON.stringify(answer) };
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): PasskeyOutcome {
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError") return {};
  if (name === "TypeError") return { problem: "unreached" }; // fetch says it so
  if (name === "InvalidStateError") return { problem: "known" };
  if (name === "NotAllowedError") return { problem: "stopped" };
  return { problem: "failed" };
}

/** Whether this browser can offer passkeys in a field. */
export async function offersInField(): Promise<boolean> {
  return typeof PublicKeyCredential !== "undefined" && (await PublicKeyCredential.isConditionalMediationAvailable?.());
}

/** Nothing is offered any more. */
export async function stopAsking(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}
