// The rule once more, straight from the words of docs/ARCHITECTURE and slow: the SQL is held to it. It shares no code
// with the SQL, and knows nothing of forward decay: it sums 2^(−age/H) at the moment asked for.
import type { CheckFacts, ContactFacts, History, PolicyFacts } from "./history";

const day = 86_400_000;
const kindWeight = { IN_PERSON: 8, VIDEO: 3, CALL: 2, MESSAGE: 0.5, COMMENT: 0.1 };
const depthFactor = { QUICK: 0.5, NORMAL: 1, DEEP: 1.5 };

export const defaults: PolicyFacts = {
  halfLifeDays: 180,
  warmAt: 4,
  minTwoWayDays: 2,
  minCommonGround: 2,
  minChecks: 2,
  minCheckKinds: 2,
  checkMaxAgeDays: 365,
  assessmentMaxAgeDays: 365,
  remoteMinCalls: 3,
  remoteMinSpanDays: 60,
  requireSupportEachWay: false,
};

/** Milliseconds; Infinity for good; null not met. */
type Moment = number | null;
export type Answer = {
  s: number;
  strength: number;
  band: string;
  until: Record<"knows" | "desires" | "mutual" | "verified" | "vouched", Moment>;
  rulesMet: number;
  missing: string[];
  blockers: string[];
  blockedUntil: Moment;
  verdict: string;
  lastInteractionAt: Moment;
  interactionCount: number;
  twoWayDays: number;
};

const isWritten = (text: string | null | undefined) => (text ?? "").trim() !== "";
const distinct = <T>(values: T[]) => new Set(values).size;
const utcDay = (moment: Date) => Math.floor(moment.getTime() / day);
const isLater = (moment: Moment, at: number) => moment !== null && moment > at;
const earliest = (...moments: Moment[]): Moment => (moments.includes(null) ? null : Math.min(...(moments as number[])));

export function answer(history: History, contact: ContactFacts, at: Date): Answer {
  const now = at.getTime();
  const policy = { ...defaults, ...history.policy };
  const { events, s } = strengthOf(history, contact, policy, now);
  const daysOf = (direction: string) =>
    distinct(events.filter((e) => e.direction === direction).map((e) => utcDay(e.at)));
  const twoWayDays = daysOf("JOINT") + Math.min(daysOf("INBOUND"), daysOf("OUTBOUND"));
  const lacks: Record<string, string[]> = { knows: [], desires: [], mutual: [], verified: [], vouched: [] };
  const need = (rule: string, code: string, holds: boolean) => holds || lacks[rule]?.push(code);

  need("knows", "know.how_we_met", isWritten(contact.howWeMet));
  need("knows", "know.expertise", isWritten(contact.expertise));
  need("knows", "know.contact", twoWayDays >= policy.minTwoWayDays);

  const assessment = history.assessments.find((a) => a.contactId === contact.id);
  const due = (assessment?.reviewedAt?.getTime() ?? Number.NaN) + policy.assessmentMaxAgeDays * day;
  const common = (assessment?.commonGround ?? []).map((text) => text.trim().toLowerCase()).filter(Boolean);
  need("desires", "desire.deepen", assessment?.wantsToDeepen === "YES");
  need("desires", "desire.common_ground", distinct(common) >= policy.minCommonGround);

  const acts = history.supportActs.filter((act) => act.contactId === contact.id);
  const each = ["GIVEN", "RECEIVED"].every((direction) => acts.some((act) => act.direction === direction));
  need("mutual", "mutual.goal", isWritten(assessment?.goal));
  need("mutual", "mutual.i_believe", assessment?.iBelieve === "YES");
  need("mutual", "mutual.they_believe", assessment?.theyBelieve === "YES");
  need("mutual", "mutual.support", !policy.requireSupportEachWay || each);

  const inPerson = events.some((e) => e.kind === "IN_PERSON");
  const callDays = [...new Set(events.filter((e) => e.kind === "VIDEO" || e.kind === "CALL").map((e) => utcDay(e.at)))];
  const remotely =
    isWritten(contact.geographicBarrier) &&
    callDays.length >= policy.remoteMinCalls &&
    Math.max(...callDays) - Math.min(...callDays) >= policy.remoteMinSpanDays;
  const checks = history.checks.filter((check) => check.contactId === contact.id);
  const good = checks.filter(
    (check) =>
      (check.finding ?? "SUPPORTS") === "SUPPORTS" &&
      check.independent !== false &&
      originOf(check) &&
      !isOwn(check, contact),
  );
  const validUntil = (check: CheckFacts) =>
    check.expiresAt?.getTime() ?? (check.checkedAt as Date).getTime() + policy.checkMaxAgeDays * day;
  /** The moment the k-th of the groups runs out, each lasting as long as its longest check. */
  const kth = (k: number, group: (check: CheckFacts) => string): Moment => {
    if (k <= 0) return Number.POSITIVE_INFINITY;
    const latest = new Map<string, number>();
    for (const check of good) latest.set(group(check), Math.max(latest.get(group(check)) ?? 0, validUntil(check)));
    return [...latest.values()].sort((a, b) => b - a)[k - 1] ?? null;
  };
  const originsUntil = kth(policy.minChecks + (remotely && !inPerson ? 1 : 0), originOf);
  const kindsUntil = kth(policy.minCheckKinds, (check) => check.kind);
  need("verified", "met.in_person", inPerson || remotely);
  need("verified", "verify.checks", originsUntil !== null);
  need("verified", "verify.kinds", kindsUntil !== null);
  need("verified", "verify.synergy", assessment?.synergy === "YES");

  need("vouched", "vouch.say", isWritten(assessment?.canSay));
  need("vouched", "vouch.introduce", assessment?.wouldIntroduce === "YES");

  const when = (rule: string, moment: Moment) => (lacks[rule]?.length ? null : moment);
  const until = {
    knows: when("knows", Number.POSITIVE_INFINITY),
    desires: when("desires", due),
    mutual: when("mutual", due),
    verified: when("verified", earliest(due, originsUntil, kindsUntil)),
    vouched: when("vouched", due),
  };
  const warm = s >= policy.warmAt;
  const missing = Object.entries(until).flatMap(([rule, moment]) =>
    moment === null ? (lacks[rule] ?? []) : moment > now ? [] : [`${rule}.lapsed`],
  );
  const rulesMet = Object.values(until).filter((moment) => isLater(moment, now)).length + (warm ? 1 : 0);

  const withdrawn = history.invitations.filter(
    (i) => i.contactId === contact.id && i.direction === "OUTGOING" && i.status === "WITHDRAWN" && i.answeredAt,
  );
  const cooldown = withdrawn.length
    ? Math.max(...withdrawn.map((i) => (i.answeredAt as Date).getTime())) + 21 * day
    : null;
  const concern = checks.some((check) => check.finding === "CONCERN" && !check.resolvedAt);
  const blockedUntil = concern || contact.doNotConnect ? Number.POSITIVE_INFINITY : cooldown;
  const strength = (100 * s) / (s + 8);
  const status = contact.connectionStatus ?? "NONE";
  return {
    s,
    strength,
    band: strength >= 60 ? "strong" : strength >= 100 / 3 ? "warm" : strength >= 15 ? "cool" : "cold",
    until,
    rulesMet,
    missing: warm ? missing : [...missing, "warm.contact"],
    blockers: [
      ...(concern ? ["concern.open"] : []),
      ...(contact.doNotConnect ? ["contact.do_not_connect"] : []),
      ...(isLater(cooldown, now) ? ["invitation.cooldown"] : []),
    ],
    blockedUntil,
    verdict:
      status === "CONNECTED"
        ? "CONNECTED"
        : status === "INVITED"
          ? "PENDING"
          : isLater(blockedUntil, now)
            ? "BLOCKED"
            : rulesMet === 6
              ? "READY"
              : rulesMet === 5
                ? "ALMOST"
                : "BUILDING",
    lastInteractionAt: events.length ? Math.max(...events.map((e) => e.at.getTime())) : null,
    interactionCount: events.length,
    twoWayDays,
  };
}

function strengthOf(history: History, contact: ContactFacts, policy: PolicyFacts, now: number) {
  const events = history.interactions
    .filter((i) => i.confirmed !== false && i.contactIds.includes(contact.id))
    .map((i) => ({
      at: i.occurredAt,
      kind: i.kind,
      direction: i.direction ?? "JOINT",
      weight:
        (kindWeight[i.kind] * depthFactor[i.depth ?? "NORMAL"]) /
        Math.sqrt(Math.max(i.contactIds.length, i.groupSize ?? 0)),
    }));
  const sum = (direction: string) => {
    const heaviest = new Map<number, (typeof events)[number]>();
    for (const event of events.filter((e) => e.direction === direction)) {
      const best = heaviest.get(utcDay(event.at));
      const beats = !best || event.weight > best.weight || (event.weight === best.weight && event.at > best.at);
      if (beats) heaviest.set(utcDay(event.at), event);
    }
    return [...heaviest.values()].reduce(
      (total, { at, weight }) => total + weight * 2 ** (-(now - at.getTime()) / day / policy.halfLifeDays),
      0,
    );
  };
  const [joint, inbound, outbound] = [sum("JOINT"), sum("INBOUND"), sum("OUTBOUND")];
  return { events, s: joint + (inbound + outbound) / 2 + Math.min(inbound, outbound) };
}

function originOf({ sourceUrl, sourceName }: CheckFacts): string {
  return sourceUrl ? new URL(sourceUrl).hostname.replace(/^www\./, "") : (sourceName ?? "").trim().toLowerCase();
}

function isOwn({ sourceUrl }: CheckFacts, { links = [], slugs = [] }: ContactFacts): boolean {
  if (!sourceUrl) return false;
  const page = ({ hostname, pathname }: URL) => `${hostname.replace(/^www\./, "")}${pathname}`.replace(/\/*$/, "/");
  const own = [...links, ...slugs.map((slug) => `https://linkedin.com/in/${slug}`)];
  return own.some((address) => page(new URL(sourceUrl)).startsWith(page(new URL(address))));
}
