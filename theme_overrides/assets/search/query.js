/* From what a reader types to records in their order. All that is language is in the index; here words are looked up. */
import { bigrams, fold, tokens } from "./fold.js";

const CONCEPT = 20, WRITTEN = 2, WEIGHTS = 31, STEM = 0.8, PREFIX = 0.4, TYPO = 0.5, OWN = 1.15, ENOUGH = 10, SHORT = 5;

/* Damerau's distance, as far as `most`. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before, last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      line[at] = Math.min(last[at] + 1, line[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      if (before && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) line[at] = Math.min(line[at], before[at - 2] + 1);
    }
    [before, last] = [last, line];
  }
  return last[other.length];
}

const isConcept = (id) => id[1] === ":";
const reversed = (word) => [...word].reverse().join("");

/* What a word may mean: group or concept → how surely. */
class Meaning {
  constructor(index) {
    this.index = index;
    this.ids = new Map();
    this.keys = new Set();
  }

  add(refs, sure, key) {
    for (const { id } of refs) this.ids.set(id, Math.max(sure, this.ids.get(id) ?? 0));
    if (refs.length && key) this.keys.add(key);
    return refs.length > 0;
  }
}

/* One letter that Arabic and Hebrew write before a word, or an article, may be more than the archive has. */
function* clitics(index, word) {
  for (const clitic of index.clitics) {
    if (word.startsWith(clitic) && word.length - clitic.length >= 3) yield word.slice(clitic.length);
  }
}

/* Another form of a word that the archive has: the same beginning, an ending that its language knows. */
async function otherForms(index, meaning, word, languages) {
  for (let length = word.length - 1; length >= 3 && length >= word.length - 7; length -= 1) {
    const begin = word.slice(0, length), ending = word.slice(length);
    if (length < 4 && begin.charCodeAt(0) < 0x590) break;
    const refs = (await index.refs(begin)).filter((ref) => {
      return (!languages || languages.includes(ref.lang)) && index.endings[ref.lang]?.has(ending);
    });
    if (meaning.add(refs, STEM)) {
      for (const { lang } of refs) if (lang) languages = (languages ?? index.languages).filter((each) => each !== lang);
    }
  }
}

/* Words of the archive that differ by one letter, long ones by two: those that share the first or the last half.
   In a short word another letter makes another word more often than a typing error (زرافة, a giraffe; زراعة, farming): such words are offered, not answered. */
async function mistyped(index, word) {
  const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (!most || /\d/.test(word)) return { keys: [], offered: [] };
  const half = Math.max(2, word.length >> 1);
  await index.backwards();
  const near = new Set([
    ...(await index.beginning("w", word.slice(0, half), 3)).filter((key) => !index.loaded.get(key).every((ref) => ref.stem)),
    ...(await index.beginning("b", reversed(word).slice(0, half), 3)).map(reversed),
  ]);
  const found = [...near].map((key) => [distance(word, key, most), key]).filter(([steps]) => steps > 0 && steps <= most);
  const best = Math.min(...found.map(([steps]) => steps)), keys = found.filter(([steps]) => steps === best).map(([, key]) => key).slice(0, 6);
  const other = (key) => word.length <= SHORT && key.length === word.length && [...key].sort().join("") !== [...word].sort().join("");
  return { keys: keys.filter((key) => !other(key)), offered: keys.filter(other) };
}

async function meaningOf(index, word, { here, last, exact }) {
  const meaning = new Meaning(index);
  const refs = await index.refs(word), written = refs.filter((ref) => !ref.stem);
  let sure = meaning.add(written, 1, word);
  if (exact) return meaning;
  const rests = sure ? [] : [...clitics(index, word)];
  for (const rest of rests) sure = meaning.add((await index.refs(rest)).filter((ref) => !ref.stem), 0.95, rest) || sure;
  meaning.add(refs, STEM, word);
  if (!sure) for (const each of [word, ...rests]) await otherForms(index, meaning, each);
  else if (written.length && written.every(({ lang }) => lang && lang !== here)) await otherForms(index, meaning, word, [here]);
  if (last && [...word].length > 1) {
    meaning.more = async () => {
      for (const key of (await index.beginning("w", word)).filter((each) => !each.includes(" ")).slice(0, 60)) {
        if (key !== word) meaning.add((await index.refs(key)).filter((ref) => !sure || ref.lang), sure ? PREFIX : STEM, key);
      }
    };
    if (!meaning.ids.size) await meaning.more();
  }
  if (!meaning.ids.size) {
    const { keys, offered } = await mistyped(index, word);
    for (const key of keys) meaning.add((await index.refs(key)).filter((ref) => !ref.stem), TYPO, key);
    if (keys.length) meaning.instead = keys;
    meaning.offered = offered;
  }
  return meaning;
}

/* Names of several words, the longest first; else each word by itself. A run of letters is cut at the names in it. */
async function terms(index, query, ui) {
  const found = [];
  for (const { text, exact } of quoted(query)) {
    const list = [...tokens(text)].flatMap((token) => (token.kind === "run" || token.parts.length ? [token] : token.whole.map((whole) => ({ ...token, whole: [whole] }))));
    for (let at = 0; at < list.length; at += 1) {
      const name = exact ? null : await longestName(index, list, at);
      const { kind, whole: [whole], parts } = list[at];
      const options = { here: ui, exact, last: !exact && at === list.length - 1 };
      if (name) {
        found.push({ written: name.key, name: name.refs, all: await meanings(index, name.key.split(" "), { exact: true }) });
        at += name.length - 1;
      } else if (kind === "run") found.push(...await cut(index, whole, exact));
      else if (parts.length && !(await index.refs(whole)).length) {
        for (const part of parts) found.push({ written: part, all: [await meaningOf(index, part, options)] });
      } else found.push({ written: whole, all: [await meaningOf(index, whole, options)] });
    }
  }
  return joined(index, found, ui);
}

const meanings = (index, words, options) => Promise.all(words.map((word) => meaningOf(index, word, options)));

function quoted(query) {
  return query.split(/["“”«»„]/).map((text, at) => ({ text, exact: at % 2 === 1 })).filter(({ text }) => text.trim());
}

async function longestName(index, list, at) {
  for (let length = Math.min(9, list.length - at); length > 1; length -= 1) {
    const words = list.slice(at, at + length);
    if (words.some((each) => each.kind === "run")) continue;
    const rest = words.slice(1).map((each) => each.whole[0]);
    const begin = words[0].whole[0];
    for (const first of [begin, ...((await index.refs(begin)).length ? [] : clitics(index, begin))]) {
      const key = [first, ...rest].join(" "), refs = await index.refs(key);
      if (refs.length) return { key, refs, length };
    }
  }
  return null;
}

async function cut(index, run, exact) {
  const letters = [...run], found = [];
  let rest = "";
  const flush = async () => {
    if (rest && (!found.length || [...rest].length > 1)) found.push(await pieces(index, rest));
    rest = "";
  };
  for (let at = 0; at < letters.length;) {
    let taken = 1;
    for (let length = exact ? 0 : Math.min(12, letters.length - at); length > 1; length -= 1) {
      const key = letters.slice(at, at + length).join("");
      const refs = (await index.refs(key)).filter((ref) => ref.concept && !ref.stem);
      if (!refs.length) continue;
      await flush();
      found.push({ ...(await pieces(index, key)), name: refs });
      taken = length;
      break;
    }
    if (taken === 1) rest += letters[at];
    at += taken;
  }
  await flush();
  return found;
}

async function pieces(index, run) {
  const all = await meanings(index, bigrams(run), { exact: true });
  if ([...run].length === 1) for (const key of await index.beginning("w", run)) all[0].add(await index.refs(key), 1, key);
  return { written: run, all, enough: all.length > 3 ? Math.ceil(all.length * 0.7) : all.length };
}

/* Two words that the archive writes as one: راه آهن. */
async function joined(index, found, ui) {
  for (let at = 0; at + 1 < found.length; at += 1) {
    const [one, other] = found.slice(at, at + 2);
    const unsure = (term) => !term.name && (term.all[0].instead || !term.all[0].ids.size);
    if (!(unsure(one) || unsure(other)) || one.name || other.name) continue;
    const whole = one.written + other.written, meaning = await meaningOf(index, whole, { here: ui, exact: true });
    if (meaning.ids.size) found.splice(at, 2, { written: whole, all: [meaning] });
  }
  return found;
}

/* A term's records with their points. */
async function answers(index, term, ui) {
  const points = new Map(), many = await Promise.all(term.all.map((meaning) => pointsOf(index, meaning, ui)));
  const counts = new Map();
  for (const each of many) for (const [number, value] of each) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
    points.set(number, (points.get(number) ?? 0) + value / many.length);
  }
  const enough = term.enough ?? many.length;
  for (const [number, count] of counts) if (count < enough) points.delete(number);
  for (const { id } of term.name ?? []) {
    for (const [number, weight] of await index.postings(id)) points.set(number, (points.get(number) ?? 0) + CONCEPT + weight / 8);
  }
  return points;
}

async function pointsOf(index, meaning, own) {
  const written = new Map(), meant = new Map(), tongues = new Map();
  let thing = 0; /* a thing or event is meant: who writes the word is as good as who is catalogued under it */
  await Promise.all([...meaning.ids.keys()].map((id) => index.postings(id)));
  for (const key of meaning.keys) for (const ref of index.loaded.get(key) ?? []) tongues.set(ref.id, ref.lang);
  for (const [id, sure] of meaning.ids) {
    const found = await index.postings(id), concept = isConcept(id), best = concept ? meant : written;
    if (concept && "est".includes(id[0])) thing = CONCEPT + WRITTEN;
    const rare = 2.2 * Math.log(1 + (index.n - found.size + 0.5) / (found.size + 0.5)) * (tongues.get(id) === own ? OWN : 1);
    for (const [number, weight] of found) {
      const value = sure * (concept ? CONCEPT + weight / 8 : rare * weight / WEIGHTS);
      if (value > (best.get(number) ?? 0)) best.set(number, value);
    }
  }
  if (thing) for (const [number, value] of written) if (!meant.has(number)) written.set(number, value + thing);
  for (const [number, value] of meant) written.set(number, value + (written.has(number) ? written.get(number) + WRITTEN : 0));
  return written;
}

/* The records that answer, best first, newest first among equals; what was widened or left out is told. */
export async function search(index, query, ui) {
  await index.open();
  const list = await terms(index, query, ui);
  let each = await Promise.all(list.map((term) => answers(index, term, ui)));
  let found = together(each, each.length);
  const last = list.at(-1);
  if (found.length < ENOUGH && last?.all.length === 1 && last.all[0].more) {
    await last.all[0].more();
    each[each.length - 1] = await answers(index, last, ui);
    found = together(each, each.length);
  }
  const some = each.filter((points) => points.size).length;
  let relaxed = false;
  for (let wanted = some; !found.length && wanted > 0; wanted -= 1) {
    relaxed = true;
    found = together(each, wanted);
  }
  for (const each of found) if (index.languageOf.get(each.number) === ui) each.points += 1;
  found.sort((one, other) => other.points - one.points || one.number - other.number);
  const exact = quoted(query).filter((part) => part.exact).map((part) => part.text);
  const said = (name) => list.flatMap((term) => term.all.flatMap((meaning) => meaning[name] ?? []));
  return { found, relaxed, exact, instead: said("instead"), offered: said("offered"), marks: marks(index, list) };
}

function together(each, wanted) {
  const all = new Map();
  for (const points of each) for (const [number, value] of points) {
    const sum = all.get(number) ?? { number, points: 0, terms: 0 };
    sum.points += value;
    sum.terms += 1;
    all.set(number, sum);
  }
  return [...all.values()].filter((sum) => sum.terms >= wanted);
}

/* What to mark in an excerpt: surfaces, runs of letters, and the concepts whose wordings a record keeps. */
function marks(index, list) {
  const ids = new Set(list.flatMap((term) => [...(term.name ?? []).map((ref) => ref.id), ...term.all.flatMap((meaning) => [...meaning.ids.keys()])]));
  const words = new Set(list.flatMap((term) => term.written.split(" ")));
  for (const [key, refs] of index.loaded) if (refs.some((ref) => ids.has(ref.id) && (ref.lang || !key.includes(" ")))) words.add(key);
  const concepts = new Set([...ids].filter(isConcept));
  return { words, concepts, clitics: (word) => [...clitics(index, word)] };
}

/* Whether a text has the words of a phrase one after the other. */
export function hasPhrase(text, phrase) {
  const line = (words) => ` ${[...tokens(words)].flatMap((token) => token.whole).join(" ")} `;
  return line(text).includes(line(phrase)) || (/[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/.test(phrase) && fold(text).includes(fold(phrase)));
}
