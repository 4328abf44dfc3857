// Made-up people by the thousand, names as unevenly spread as in life, and copies of some of them as they come about:
// each kind of copy is known, so what is found can be counted. The same every time.

export type Person = {
  id: string;
  fullName: string;
  company: string | null;
  email: string | null;
  phone: string | null;
  slug: string | null;
  link: string | null;
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const given =
  "Robert William Margaret Elizabeth Anna Thomas Michael Katherine Joseph Daniel Susan Patricia Lena Nils Priya Amara Chidi Farah Hana Ines Jamal Kaito Lucía Malik Noor Olu Paula Rosa Samir Søren Tomás Ulla Yusuf Zoë Jürgen Wei Ayşe Ivan Olga Björn Émile Fatima Gustav Helga Ines Joaquín Kwame Leila Mateus Nadia".split(
    " ",
  );
const starts =
  "Ber Lin Fon Mül Kov Nak Oka Pet Rah Sal Tan Var Wei Zie Cas Dla Eri Fer Gru Hay Ibar Jan Kap Mar Men Mor Nov Oye Qui Ros Sil Tve Ued Vil Yil Aba Ayd Bec Dahl Ilv".split(
    " ",
  );
const middles = "g l n r s t d k m b v ll nd rt st ng".split(" ");
const ends =
  "er strom qvist son sen ski ova ini ez aka oto man berg dorf ov ić ard elli ström gren feld ton well ham ford ley wood field stein bach".split(
    " ",
  );
const vowels = "a e i o u".split(" ");
const nicknames: Record<string, string> = {
  Robert: "Bob",
  William: "Bill",
  Margaret: "Peggy",
  Elizabeth: "Liz",
  Thomas: "Tom",
  Michael: "Mike",
  Katherine: "Kate",
  Joseph: "Joe",
  Daniel: "Dan",
  Susan: "Sue",
  Patricia: "Trish",
};
const inCyrillic: Record<string, string> = { Ivan: "Иван", Olga: "Ольга" };
const spelledOut: [RegExp, string][] = [
  [/ü/g, "ue"],
  [/ö/g, "oe"],
  [/ø/g, "oe"],
  [/ë/g, "e"],
  [/é/g, "e"],
  [/É/g, "E"],
  [/í/g, "i"],
  [/á/g, "a"],
  [/ş/g, "s"],
  [/ć/g, "c"],
];

export const kinds = [
  "e-mail",
  "phone",
  "profile among the links",
  "name alone",
  "order",
  "accents",
  "nickname",
  "other script",
  "middle name",
  "misspelled",
  "initial",
] as const;
export type Kind = (typeof kinds)[number];

const idOf = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** `count` people and `copies` of each kind; `planted` names the pairs of ids, lower first, with their kind. */
export function madeUpPeople(count: number, copies: number) {
  const random = numbers(7);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const family = () => {
    const long = random() < 0.8 ? pick(vowels) + pick(middles) : "";
    return pick(starts) + (random() < 0.9 ? long : "") + pick(ends);
  };
  const families = Array.from({ length: 30_000 }, family);
  // Zipf's law, roughly: few names are many people's.
  const common = () => families[Math.floor(families.length ** random())] as string;
  const people: Person[] = Array.from({ length: count }, (_, n) => {
    const fullName = `${pick(given)} ${common()}`;
    return {
      id: idOf(n),
      fullName,
      company: random() < 0.8 ? `Company ${Math.floor(4_000 ** random())}` : null,
      email: random() < 0.4 ? `person${n}@example.test` : null,
      phone: random() < 0.3 ? `+47 ${String(40_000_000 + n * 7)}` : null,
      slug: random() < 0.7 ? `made-up-person-${n}` : null,
      link: null,
    };
  });
  const planted = new Map<string, Kind>();
  let next = 0;
  for (const kind of kinds) {
    for (let done = 0; done < copies; next++) {
      const original = people[next % count];
      if (!original) break;
      const copy = copyOf(kind, original, pick);
      if (!copy) continue;
      const id = idOf(people.length);
      people.push({ ...copy, id });
      planted.set(`${original.id} ${id}`, kind);
      done++;
    }
  }
  return { people, planted };
}

/** How the same person is written down a second time; null where this one can't be written so. */
function copyOf(kind: Kind, original: Person, pick: <T>(values: readonly T[]) => T): Omit<Person, "id"> | null {
  const { fullName, company } = original;
  const [first = "", last = ""] = fullName.split(" ");
  const bare = { fullName, company: null, email: null, phone: null, slug: null, link: null };
  switch (kind) {
    case "e-mail":
      return original.email ? { ...bare, email: original.email.toUpperCase().replace("@", "+crm@") } : null;
    case "phone":
      return original.phone ? { ...bare, phone: original.phone.replace("+47 ", "0047") } : null;
    case "profile among the links":
      return original.slug
        ? { ...bare, fullName: first, link: `https://no.linkedin.com/in/${original.slug}/?trk=x` }
        : null;
    case "name alone":
      return bare;
    case "order":
      return { ...bare, fullName: `${last}, ${first}`, company };
    case "accents": {
      const plain = spelledOut.reduce((name, [letter, others]) => name.replace(letter, others), fullName);
      return plain === fullName ? null : { ...bare, fullName: plain, company };
    }
    case "nickname":
      return nicknames[first] && company ? { ...bare, fullName: `${nicknames[first]} ${last}`, company } : null;
    case "other script":
      return inCyrillic[first] && company
        ? { ...bare, fullName: `${inCyrillic[first]} ${cyrillic(last)}`, company }
        : null;
    case "middle name":
      return company ? { ...bare, fullName: `${first} ${pick(given)} ${last}`, company } : null;
    case "misspelled": {
      const at = 2 + Math.floor(last.length / 3);
      return company ? { ...bare, fullName: `${first} ${last.slice(0, at)}${last.slice(at + 1)}`, company } : null;
    }
    case "initial":
      return company ? { ...bare, fullName: `${first[0]}. ${last}`, company } : null;
  }
}

const letters: Record<string, string> = {
  ...{ a: "а", b: "б", c: "к", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "й", k: "к", l: "л", m: "м", n: "н" },
  ...{
    o: "о",
    p: "п",
    q: "к",
    r: "р",
    s: "с",
    t: "т",
    u: "у",
    v: "в",
    w: "в",
    x: "кс",
    y: "ы",
    z: "з",
    ö: "ё",
    ü: "ю",
  },
};
const cyrillic = (name: string) => [...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
