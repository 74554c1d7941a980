/* From what a reader types to records in their order. All that is language is in the index; here words are looked up. */
import { tokens } from "./fold.js";

const CONCEPT = 20, WRITTEN = 2, WEIGHTS = 31, STEM = 0.8, PREFIX = 0.4, TYPO = 0.5, OWN = 1.15, ENOUGH = 10;

const isConcept = (id) => id[1] === ":";
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

export async function meaningOf(index, word, { here, last, exact }) {
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
    const { keys, offered } = await (await rare()).mistyped(index, word);
    for (const key of keys) meaning.add((await index.refs(key)).filter((ref) => !ref.stem), TYPO, key);
    if (keys.length) meaning.instead = keys;
    meaning.offered = offered;
  }
  return meaning;
}

/* What few questions need is loaded when one does. */
const rare = () => import("./rare.js");

/* A term that the archive does not have as it was typed. */
export const unsure = (term) => !term.name && Boolean(term.all[0].instead || !term.all[0].ids.size);

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
      } else if (kind === "run") found.push(...await (await rare()).cut(index, whole, exact));
      else if (parts.length && !(await index.refs(whole)).length) {
        for (const part of parts) found.push({ written: part, all: [await meaningOf(index, part, options)] });
      } else found.push({ written: whole, all: [await meaningOf(index, whole, options)] });
    }
  }
  return found.length > 1 && found.some(unsure) ? (await rare()).joined(index, found, ui) : found;
}

export const meanings = (index, words, options) => Promise.all(words.map((word) => meaningOf(index, word, options)));

function quoted(query) {
  return query.split(/["“”«»„]/).map((text, at) => ({ text, exact: at % 2 === 1 })).filter(({ text }) => text.trim());
}

async function longestName(index, list, at) {
  for (let length = Math.min(9, list.length - at); length > 1; length -= 1) {
    const words = list.slice(at, at + length);
    const rest = words.slice(1).map((each) => each.whole[0]);
    const begin = words[0].whole[0];
    for (const first of [begin, ...((await index.refs(begin)).length ? [] : clitics(index, begin))]) {
      const key = [first, ...rest].join(" "), refs = await index.refs(key);
      if (refs.length) return { key, refs, length };
    }
  }
  return null;
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
