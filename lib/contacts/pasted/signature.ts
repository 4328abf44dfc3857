// Who wrote a letter, from the lines under it, in English and German. Pure; every rule looks at one line, or a part of one,
// so it takes as long as reading it.
import { isEmail, isPhone, normaliseLink } from "../contact-point";
import { linkedInSlug } from "../linkedin-address";
import { nothing, type PastedPerson } from "./person";

const mostLines = 60;
const longestLine = 200;

const greeting =
  /^(?:(?:best|kind|warm)(?:est)? (?:regards|wishes)|all the best|regards|best|cheers|thanks?|many thanks|thank you|sincerely|yours|sent from my|mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|liebe|beste|herzliche|schöne) grüße|freundliche grüße|gruß|danke|vielen dank|von meinem|gesendet von|mfg|lg|vg|i\. ?a\.|i\. ?v\.|ppa)(?![\p{L}])/iu;
const officialLine = /(?:\bhr[ab]\b|ust-?id|\bvat\b|\biban\b|\bbic\b|steuer|amtsgericht|registered in|company no)/i;
const faxLabel = /^(?:fax|telefax|f)\b/i;
const phoneLabel =
  /^(?:tel(?:efon|ephone)?|fon|phone|ph|mob(?:ile|il)?|handy|cell|direct|durchwahl|office|büro|work|[tmpdo])(?:\b|[.:])/i;
const companySign =
  /(?:\b(?:gmbh|ag|kg|kgaa|ug|se|e\.?k|gbr|ltd|limited|llc|llp|inc|corp|plc|co|group|gruppe|university|universität|hochschule|institute?|bank|consulting|partners|labs?|studios?|ventures|foundation|stiftung|verlag|holding)\b\.?|e\.\s?v\.)/i;
const titleSign =
  /(?:manager|director|direktor|\bhead\b|engineer|ingenieur|developer|entwickler|consultant|berater|\bc[etfoips]o\b|founder|gründer|\bpartner(?:in)?\b|\blead(?:er)?\b|officer|president|analyst|designer|architect|architekt|professor|research|coach|recruiter|\bsales\b|marketing|leiter|geschäftsführ|vertrieb|vorstand|inhaber|referent|assistent|assistant|specialist|spezialist|coordinator|koordinator|editor|redakteur|lawyer|anwält|anwalt|counsel|owner|chair|scientist|writer|teacher|lehrer|arzt|ärztin|physician)/i;
const particle = /^(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|zu|zur|vom|bin|al|y|e)$/i;
const academic =
  /^(?:dr|prof|dipl|mag|ing|med|rer|nat|phil|h\.c|mba|msc|bsc|ph\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|rn|cpa)\b/i;

/** What a signature tells; what it doesn't is "" or []. */
export function readSignature(text: string): PastedPerson {
  const person = nothing();
  const words: string[] = [];
  let reached = false;
  for (const line of linesOf(text)) {
    const rest = takeReaches(line, person);
    if (rest.length < line.length) reached = true;
    for (const part of rest.split(/\s(?:[|·•–—]|-)\s|\s?[|·•]\s?|\t/)) {
      const said = part.replace(/^[\s,;:|–—-]{1,20}/, "").replace(/[\s,;:|–—-]{1,20}$/, "");
      if (said && !greeting.test(said) && !officialLine.test(said)) words.push(reached && !isTelling(said) ? "" : said);
    }
  }
  takeWords(words.filter(Boolean), person);
  return person;
}

const isTelling = (said: string) => titleSign.test(said) || companySign.test(said) || isName(said);

/** Without what was quoted, the line that parts a letter from its signature, and what is too long to be in one. */
function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .slice(0, mostLines)
    .map((line) => line.replaceAll("*", "").trim())
    .filter(
      (line) => line !== "" && line.length <= longestLine && !line.startsWith(">") && !/^[-_=–—]{2,}$/.test(line),
    );
}

/** Takes addresses and numbers out of a line; answers with the words that are left. */
function takeReaches(line: string, person: PastedPerson): string {
  const left: string[] = [];
  for (const word of line.split(/([\s<>()[\]|,;]{1,20})/)) {
    const bare = word.replace(
      /^(?:mailto:|(?:e-?mail|mail|web(?:site)?|www|url|internet|linkedin|e|w)[.:]+(?=\S))/i,
      (label) => (/^www\./i.test(label) ? label : ""),
    );
    const trimmed = bare.replace(/[.,:;]$/, "");
    const slug = linkedInSlug(trimmed);
    if (isEmail(trimmed)) add(person.emails, trimmed);
    else if (slug) add(person.linkedIn, trimmed);
    else if (isLink(trimmed)) add(person.links, trimmed);
    else left.push(word);
  }
  const rest = left.join("").replace(/[<>()[\]]{2}/g, "");
  const words = officialLine.test(line) ? rest : takePhones(rest, person);
  return words
    .replace(/(?:^|\s)(?:e-?mail|mail|web(?:site)?|url|internet|linkedin|homepage|xing|e|w)\s?:?\s*$/i, "")
    .trim();
}

const isLink = (word: string) =>
  /^(?:https?:\/\/|www\.)\S+\.\S/i.test(word)
    ? normaliseLink(word) !== null
    : /^[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|org|net|de|at|ch|eu|io|co|uk|dev|app|ai|info|example|test)(?:\/\S*)?$/i.test(
        word,
      );

/** A number that is marked as one, or begins as only telephone numbers do. Fax numbers are left out. */
function takePhones(line: string, person: PastedPerson): string {
  let isFax = false;
  let rest = "";
  let from = 0;
  for (const match of line.matchAll(/[+(\d][\d\s()./–-]{5,30}\d/g)) {
    const before = line.slice(from, match.index).replace(/^[\s,;|·•/-]{1,10}/, "");
    const label = before.replace(/\(.{0,20}\)/, "").trim();
    if (label) isFax = faxLabel.test(label);
    const number = match[0].replaceAll("–", "-").replace(/\s+/g, " ").trim();
    const digits = number.replace(/\D/g, "").length;
    const isMarked = phoneLabel.test(label) || /^(?:\+|00?[1-9]|\(0|\(\+)/.test(number);
    if (digits < 7 || digits > 15 || !isMarked || !isPhone(number)) continue;
    if (!isFax) add(person.phones, number);
    rest += phoneLabel.test(label) || faxLabel.test(label) ? " " : `${before} `;
    from = match.index + match[0].length;
  }
  return `${rest}${line.slice(from)}`.trim();
}

function add(list: string[], value: string) {
  if (list.length < 10 && !list.some((known) => known.toLowerCase() === value.toLowerCase())) list.push(value);
}

/** The first name is the name, then the first that sounds like a position, and whom it is for. */
function takeWords(words: string[], person: PastedPerson): void {
  const named = words.findIndex(isName);
  const name = words[named];
  if (name) person.fullName = name;
  const others = words.filter((_, place) => place !== named);
  const titled = others.findIndex((said) => titleSign.test(said) && !/\d/.test(said));
  const title = others[titled];
  if (title) {
    const [, position = title, employer = ""] =
      /^(.{2,100}?)(?:\s+(?:at|@|bei|bei der)\s+|,\s+(?=[^,]{0,60}$))(.{2,100})$/i.exec(title) ?? [];
    const isEmployer = employer !== "" && (/\s(?:at|@|bei|bei der)\s/i.test(title) || companySign.test(employer));
    person.position = isEmployer ? position : title;
    if (isEmployer) person.company = employer;
  }
  const rest = others.filter((_, place) => place !== titled);
  const next = others[titled + 1];
  person.company ||= rest.find((said) => companySign.test(said) && !/^\d/.test(said)) ?? "";
  person.company ||= titled >= 0 && next && !/\d/.test(next) && next.split(" ").length <= 5 ? next : "";
}

/** Two to five words that begin like names, with titles and particles. */
function isName(said: string): boolean {
  if (/[\d@:/]/.test(said) || said.length > 60 || titleSign.test(said) || companySign.test(said)) return false;
  const words = said.split(/[\s,]+/).filter((word) => word !== "" && !academic.test(word));
  const names = words.filter((word) => !particle.test(word));
  return names.length >= 2 && words.length <= 5 && names.every((word) => /^\p{Lu}[\p{L}’'.-]*$/u.test(word));
}
