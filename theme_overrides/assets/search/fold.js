/* Folding and words as generator/text/fold.py and generator/search/tokens.py have them; tests hold them equal. */
import { CHANGED, DROPPED, KEPT, LETTERS } from "./table.js";

const pairs = (list) => list.split(" ").map((pair) => [[...pair][0], [...pair].slice(1).join("")]);
const MAP = new Map(pairs(LETTERS));
const KNOWN = new Map([...pairs(KEPT), ...[...DROPPED].map((letter) => [letter, ""])]);
const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}";
const ABUGIDA = /[\u0900-\u109f\uac00-\ud7a3\u3040-\u30ff]/;
const LOOSE = /[\u0000-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/;
const MARK = /\p{Mn}/u, DIGIT = /^\p{Nd}$/u;

/* The code points that folding may change, as a class of a regular expression: no others, whatever the browser knows of them. */
let code = 0;
const changed = CHANGED.split(" ").map((step, turn) => `${turn % 2 ? "-" : ""}\\u{${((code += parseInt(step, 36)) - turn % 2).toString(16)}}`);
const CHANGING = new RegExp(`[\0-\x7f${changed.join("")}]`, "u");

/* Decimal digits stand in runs of ten that begin at xxx0 or xxx6, but for those that NFKC makes ASCII. */
function digit(character) {
  const plain = character.normalize("NFKC");
  if (plain >= "0" && plain <= "9") return plain;
  const code = character.codePointAt(0), low = code & 15;
  return String(DIGIT.test(String.fromCodePoint(code - low)) ? low : low - 6);
}

function foldCharacter(character) {
  let folded = KNOWN.get(character);
  if (folded === undefined) {
    folded = "";
    if (!CHANGING.test(character)) folded = character;
    else if (DIGIT.test(character)) folded = digit(character);
    else for (const lower of character.normalize("NFKC").toLowerCase()) {
      for (const part of ABUGIDA.test(lower) ? lower : lower.normalize("NFD")) {
        if (!(LOOSE.test(part) && MARK.test(part))) folded += MAP.get(part) ?? part;
      }
    }
    KNOWN.set(character, folded);
  }
  return folded;
}

export function fold(text) {
  return Array.from(text.normalize("NFC"), foldCharacter).join("");
}

const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}`;
const TOKEN = new RegExp(`\\p{Nd}+(?:[.,٫٬'’\\u00a0\\u202f ]\\p{Nd}+)*|[${UNSPACED}々〆ー]+|${LETTER}](?:${LETTER}\\p{M}ـ'’ʼʻ‘\\u00ad\\u200c\\u200d-])*`, "gu");
const RUN = new RegExp(`^[${UNSPACED}]`, "u");
const ELISION = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|dall|sull|un)'(?=.)/;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:[.,'٬ ]\d{3})+(?!\d)/g;

/* A folded word without elision, possessive, hyphens and apostrophes. */
const word = (folded) => folded.replace(/^['-]+|['-]+$/g, "").replace(ELISION, "").replace(/'s$/, "").replace(/['-]/g, "");

function numbers(text) {
  const found = [];
  const plain = (piece) => {
    for (const part of piece.split(/[ ']/)) {
      if (/^\d+[.,٫]\d+$/.test(part)) found.push(part.replace(/[,٫]/, "."));
      else found.push(...(part.match(/\d+/g) ?? []));
    }
  };
  let end = 0;
  for (const joined of text.matchAll(THOUSANDS)) {
    plain(text.slice(end, joined.index));
    found.push(joined[0].replace(/\D/g, ""));
    end = joined.index + joined[0].length;
  }
  plain(text.slice(end));
  return found;
}

/* What stands in a text: `whole` surfaces (one word, or the numbers or the run of letters), the `parts` of a compound. */
export function* tokens(text) {
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0], at = match.index;
    const kind = /^\p{Nd}/u.test(token) ? "number" : RUN.test(token) ? "run" : "word";
    if (kind === "number") yield { token, at, kind, whole: numbers(fold(token)), parts: [] };
    else if (kind === "run") yield { token, at, kind, whole: [fold(token)], parts: [] };
    else {
      const parts = token.split(/[-\u200c]+/).map((part) => word(fold(part))).filter(Boolean);
      const whole = word(fold(token));
      if (whole) yield { token, at, kind, whole: [whole], parts: parts.length > 1 ? parts : [] };
    }
  }
}

/* Each two neighbours of a run of letters; a letter alone stands for itself. */
export function bigrams(run) {
  const letters = [...run];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
}
