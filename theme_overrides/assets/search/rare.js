/* What few questions need: words that nobody wrote as they were typed, runs of letters without spaces, quoted phrases. */
import { bigrams, fold, tokens } from "./fold.js";
import { meaningOf, meanings, unsure } from "./query.js";

const SHORT = 5, CHECKED = 60;
const reversed = (word) => [...word].reverse().join("");

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

/* Words of the archive that differ by one letter, long ones by two: those that share the first or the last half.
   In a short word another letter makes another word more often than a typing error (زرافة, a giraffe; زراعة, farming): such words are offered, not answered. */
export async function mistyped(index, word) {
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

/* A run of letters, cut at the names in it. */
export async function cut(index, run, exact) {
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
export async function joined(index, found, ui) {
  for (let at = 0; at + 1 < found.length; at += 1) {
    const [one, other] = found.slice(at, at + 2);
    if (!(unsure(one) || unsure(other)) || one.name || other.name) continue;
    const whole = one.written + other.written, meaning = await meaningOf(index, whole, { here: ui, exact: true });
    if (meaning.ids.size) found.splice(at, 2, { written: whole, all: [meaning] });
  }
  return found;
}

/* Whether a text has the words of a phrase one after the other. */
function hasPhrase(text, phrase) {
  const line = (words) => ` ${[...tokens(words)].flatMap((token) => token.whole).join(" ")} `;
  return line(text).includes(line(phrase)) || (/[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/.test(phrase) && fold(text).includes(fold(phrase)));
}

/* Those of the best records found that have a phrase. */
export async function withPhrase(index, found, phrase) {
  const checked = await Promise.all(found.slice(0, CHECKED).map(async (each) => [each, await index.fragment(each.number)]));
  return checked.filter(([, record]) => hasPhrase(record.t, phrase) || hasPhrase(record.x ?? "", phrase)).map(([each]) => each);
}
