/* The folding of generator/text/fold.py: one word written differently becomes one string. A test holds the two equal. */
const LETTERS = new Map(Object.entries({
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
  "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ؤ": "و", "ئ": "ي",
  "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  "ё": "е", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
}));
const OWN = new Map([["й", "й"], ["Й", "й"], ["ї", "ї"], ["Ї", "ї"]]);
const DROPPED = /^[\u0640\u00ad\u061c\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]$/;
const DIGIT = /^\p{Nd}$/u;
const ABUGIDA = /^[\u0900-\u109f\uac00-\ud7a3\u3040-\u30ff]$/;
const LOOSE = /^(?:[\u0000-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff])$/;
const MARK = /^\p{Mn}$/u;

/* Decimal digits stand in runs of ten that begin at xxx0 or xxx6, but for those that NFKC makes ASCII. */
function digit(character) {
  const plain = character.normalize("NFKC");
  if (plain >= "0" && plain <= "9") return plain;
  const code = character.codePointAt(0), low = code & 15;
  return String(DIGIT.test(String.fromCodePoint(code - low)) ? low : low - 6);
}

function foldCharacter(character) {
  if (DROPPED.test(character)) return "";
  if (OWN.has(character)) return OWN.get(character);
  if (DIGIT.test(character)) return digit(character);
  let folded = "";
  for (const lower of character.normalize("NFKC").toLowerCase()) {
    for (const part of ABUGIDA.test(lower) ? lower : lower.normalize("NFD")) {
      const letter = LETTERS.get(part) ?? part;
      if (!(MARK.test(part) && LOOSE.test(part))) folded += letter;
    }
  }
  return folded;
}

/* The folded text, and for each of its UTF-16 units the place in `text` that it came from (one entry more than units). */
export function foldWithOffsets(text) {
  let folded = "", place = 0;
  const offsets = [];
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) offsets.push(place);
    folded += part;
    place += character.length;
  }
  offsets.push(place);
  return { folded, offsets };
}

export function fold(text) {
  return foldWithOffsets(text.normalize("NFC")).folded;
}
