// What a message says by its words alone: nothing, LinkedIn's own text, or something of the sender's.

/**
 * LinkedIn's ready-made texts as they stand in exports, in the languages Vouch reads archives in. Compared without
 * accents, signs and capitals.
 */
const defaults = [
  // English
  "I'd like to add you to my professional network",
  "I'd like to add you to my professional network on LinkedIn",
  "I'd like to join your LinkedIn network",
  "I'd like to join your professional network",
  "I'd like to connect with you on LinkedIn",
  "Please add me to your LinkedIn network",
  "Since you are a person I trust, I wanted to invite you to join my network on LinkedIn",
  "Let's connect",
  // German
  "Ich möchte Sie gerne zu meinem beruflichen Netzwerk hinzufügen",
  "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen",
  "Ich würde Sie gerne zu meinem beruflichen Netzwerk hinzufügen",
  "Ich würde Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen",
  "Ich würde mich gerne mit Ihnen vernetzen",
  "Ich würde Sie gerne in mein berufliches Netzwerk auf LinkedIn aufnehmen",
  "Ich möchte dich gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen",
  "Ich würde dich gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen",
  // French
  "J'aimerais vous ajouter à mon réseau professionnel",
  "J'aimerais vous ajouter à mon réseau professionnel sur LinkedIn",
  "J'aimerais vous inviter à rejoindre mon réseau professionnel en ligne, sur le site LinkedIn",
  "Je vous invite à rejoindre mon réseau professionnel sur LinkedIn",
  "Je souhaite vous ajouter à mon réseau professionnel",
  "Je souhaiterais vous ajouter à mon réseau professionnel sur LinkedIn",
  // Spanish
  "Me gustaría añadirte a mi red profesional",
  "Me gustaría añadirte a mi red profesional en LinkedIn",
  "Me gustaría agregarte a mi red profesional",
  "Me gustaría agregarte a mi red profesional en LinkedIn",
  "Me gustaría añadirle a mi red profesional en LinkedIn",
  "Me gustaría agregarlo a mi red profesional en LinkedIn",
  // Portuguese
  "Gostaria de adicioná-lo à minha rede profissional",
  "Gostaria de adicioná-lo à minha rede profissional no LinkedIn",
  "Eu gostaria de adicioná-lo à minha rede profissional no LinkedIn",
  "Gostaria de adicionar você à minha rede profissional",
  "Eu gostaria de adicionar você à minha rede profissional no LinkedIn",
  "Gostaria de adicionar-te à minha rede profissional no LinkedIn",
].map(words);

/** What a greeting and a name at either end of it may add, in words. */
const longestFrame = 8;

/** Whether the message is one of LinkedIn's own texts, perhaps with a greeting before and a name after it. */
export function isDefaultMessage(message: string): boolean {
  if (message.length > 400) return false;
  const written = words(message);
  return defaults.some((text) => {
    const at = indexOf(written, text);
    return at >= 0 && written.length - text.length <= longestFrame && at <= longestFrame / 2;
  });
}

/** Letters and digits without accents, in lower case, word by word. */
function words(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function indexOf(all: string[], part: string[]): number {
  return all.findIndex((_, at) => part.every((word, place) => all[at + place] === word));
}

/** Small words inside names: Anna van der Berg, Leonardo da Vinci. */
const particles = new Set("van von der den de del della di da dos du la le al el bin ibn ter ten zu zum".split(" "));
const longestName = 4;
const mostWords = 120;

/**
 * What may be names of people in a text: runs of two to four words that begin with capitals, or letters that have none.
 * Each as written, for the record to be asked about.
 */
export function namesMentioned(text: string): string[] {
  const found = new Set<string>();
  const written = text.slice(0, 2_000).split(/\s+/).filter(Boolean).slice(0, mostWords);
  const bare = written.map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").replace(/['’]s$/u, ""));
  const isName = bare.map((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word));
  for (let from = 0; from < bare.length; from += 1) {
    if (!isName[from]) continue;
    for (let to = from + 1; to < Math.min(from + longestName, bare.length); to += 1) {
      if (/[.,;:!?)]$/.test(written[to - 1] ?? "")) break; // the name ends where the clause does
      if (!isName[to] && !particles.has(bare[to] ?? "")) break;
      if (isName[to]) found.add(bare.slice(from, to + 1).join(" "));
    }
  }
  return [...found];
}
