/**
 * Keys that would be a key's singular in English, if they were there: `seed-libraries` → `seed-library`. One word is taken
 * at a time, and only by endings that a plural has; `news` and `ethics` are no plurals.
 * @param key words joined by hyphens, in small letters
 */
export function singularsOf(key: string): string[] {
  const words = key.split("-");
  return words.flatMap((word, at) => singularWords(word).map((singular) => words.with(at, singular).join("-")));
}

function singularWords(word: string): string[] {
  const found: string[] = [];
  if (/[^aeiou]ies$/.test(word)) found.push(word.replace(/ies$/, "y"));
  if (/(?:s|x|z|ch|sh)es$/.test(word)) found.push(word.slice(0, -2));
  // Words in -ics are sciences (`economics`), those in -ss no plurals (`princess`); -sses and -xes are taken above.
  if (/[^s]s$/.test(word) && !/(?:ics|[sxz]s|chs|shs|[^aeiou]ys)$/.test(word)) found.push(word.slice(0, -1));
  return found.filter((singular) => singular.length >= SHORTEST && !APART.has(singular));
}

// `as` is no plural of `a`, nor `news` of `new`.
const SHORTEST = 4;

// Of these words the form in -s is another word, or a name.
const APART = new Set(
  (
    "common custom good mean glass mass minute manner premise spectacle saving earning utility humanity force content work " +
    "people ground quarter arm cloth letter specie serie corp cour temp physic canva window apple amazon gate " +
    "adam andrew daniel edward evan jacob john matthew peter phillip richard robert roger samuel simon steven william"
  ).split(" "),
);
