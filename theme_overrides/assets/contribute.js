/* The contribute page: a pasted text and what its contributor knows become a seed, seen at once, written on GitHub.
   Everything happens in this window: the text is looked at as text, never as markup, and goes nowhere by itself. */
const LONGEST_ADDRESS = 8000; // GitHub refuses addresses of more than 8,191 bytes
const LARGEST = 1e6;
const MOST = 20;
const TITLES = 6;

/* Invisible characters that no orthography needs, under their names in the Unicode standard; the rules are those of `chancery check`. */
const NAMES = new Map([
  [0xad, "SOFT HYPHEN"], [0x34f, "COMBINING GRAPHEME JOINER"], [0x115f, "HANGUL CHOSEONG FILLER"], [0x1160, "HANGUL JUNGSEONG FILLER"],
  [0x17b4, "KHMER VOWEL INHERENT AQ"], [0x17b5, "KHMER VOWEL INHERENT AA"], [0x180e, "MONGOLIAN VOWEL SEPARATOR"], [0x200b, "ZERO WIDTH SPACE"],
  [0x202a, "LEFT-TO-RIGHT EMBEDDING"], [0x202b, "RIGHT-TO-LEFT EMBEDDING"], [0x202c, "POP DIRECTIONAL FORMATTING"],
  [0x202d, "LEFT-TO-RIGHT OVERRIDE"], [0x202e, "RIGHT-TO-LEFT OVERRIDE"], [0x2060, "WORD JOINER"], [0x2061, "FUNCTION APPLICATION"],
  [0x2062, "INVISIBLE TIMES"], [0x2063, "INVISIBLE SEPARATOR"], [0x2064, "INVISIBLE PLUS"], [0x2066, "LEFT-TO-RIGHT ISOLATE"],
  [0x2067, "RIGHT-TO-LEFT ISOLATE"], [0x2068, "FIRST STRONG ISOLATE"], [0x2069, "POP DIRECTIONAL ISOLATE"],
  [0x206a, "INHIBIT SYMMETRIC SWAPPING"], [0x206b, "ACTIVATE SYMMETRIC SWAPPING"], [0x206c, "INHIBIT ARABIC FORM SHAPING"],
  [0x206d, "ACTIVATE ARABIC FORM SHAPING"], [0x206e, "NATIONAL DIGIT SHAPES"], [0x206f, "NOMINAL DIGIT SHAPES"],
  [0x3164, "HANGUL FILLER"], [0xfeff, "ZERO WIDTH NO-BREAK SPACE"], [0xffa0, "HALFWIDTH HANGUL FILLER"], [0xfffd, "REPLACEMENT CHARACTER"],
]);
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufffd-\uffff\u{e0000}-\u{e007f}\p{Cs}\p{Co}]/gu;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const DATE = /^(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?$/;
const URL_SHAPE = /^https?:\/\/([^\s/?#@:[\].][^\s/?#@:[\]]*)(?::[1-9]\d{0,4})?(?:[/?#]\S*)?$/i;
const NO_URL = /[\0-\x20\x7f-\xa0\u2028-\u202e\u2066-\u2069\p{Cs}<>"`\\{}|^]/u;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEPT_BY_SYSTEMS = /^(?:index|readme|con|prn|aux|nul|(?:com|lpt)[1-9])$/;

const form = document.getElementById("give");
const says = form.dataset;
const part = (name) => document.getElementById(`give-${name}`);
const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, key) => `\u2068${values[key]}\u2069`);
const oneLine = (text) => text.replace(SUSPECT, "").replace(/\s+/gu, " ").trim();

/* The characters of a text that are found but not seen, and the text without those that are taken out. */
function cleaned(text) {
  const found = [];
  const open = [];
  let line = 1, last = 0;
  const kept = [];
  const note = (at, character, lost) => found.push({ at, character, line, lost });
  const endLine = () => { for (const each of open.splice(0)) { note(each.at, each.character, false); kept[each.place] = ""; } };
  for (const match of text.matchAll(new RegExp(`${SUSPECT.source}|\\n`, "gu"))) {
    const character = match[0];
    kept.push(text.slice(last, match.index));
    last = match.index + character.length;
    if (character === "\n") { endLine(); line++; kept.push("\n"); continue; }
    if (/[\u2066-\u2068]/.test(character)) { open.push({ at: match.index, character, place: kept.push(character) - 1 }); continue; }
    if (character === "\u2069" && open.pop()) { kept.push(character); continue; }
    const lost = /[\ufffd\p{Co}]/u.test(character);
    note(match.index, character, lost);
    kept.push(lost ? character : "");
  }
  endLine();
  return { text: kept.join("") + text.slice(last), found: found.sort((one, other) => one.at - other.at) };
}

function named(character) {
  const code = character.codePointAt(0);
  const range = code >= 0xe0000 && code < 0xe0080 ? "TAG" : code < 0xa0 ? "CONTROL" : /\p{Co}/u.test(character) ? "PRIVATE USE" : "NONCHARACTER";
  return { name: NAMES.get(code) ?? range, character: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` };
}

function direction(text) {
  let right = 0, left = 0;
  for (const letter of text.match(/\p{L}/gu) ?? []) if (RTL.test(letter)) right++; else left++;
  return right > left ? "rtl" : "ltr";
}

const western = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replaceAll("x", "X");

/* Whether a value is EDTF as far as the form explains it: a day, a month, a year, X for open digits, or an interval of known ends. */
function isDate(value) {
  const ends = value.split("/");
  if (ends.length === 1) return isDay(value);
  const known = ends.filter((end) => end && end !== "..");
  if (ends.length !== 2 || !known.length || known.some((end) => !isDay(end) || /X/.test(end))) return false;
  const [from, to] = ends.map((end) => end.replace(/[?~%]$/, ""));
  return known.length < 2 || from.padEnd(10, "-00") <= to.padEnd(10, "-99");
}

function isDay(value) {
  const [whole, month, day] = DATE.exec(value) ?? [];
  if (!whole || value.startsWith("0000")) return false;
  if (!day || /X/.test(day) || /X/.test(month)) return true;
  const year = /X/.test(value.slice(0, 4)) ? 2000 : Number(value.slice(0, 4));
  return Number(day) <= new Date(Date.UTC(2000 + (year % 400), Number(month), 0)).getUTCDate();
}

function isAddress(value) {
  const host = URL_SHAPE.exec(value)?.[1];
  return Boolean(host) && !NO_URL.test(value) && !/[/?#@:]/.test(host.normalize("NFKC")) && URL.canParse(value);
}

/* What the contributor knows, in the spelling of the front matter. */
function stated() {
  const field = (name) => oneLine(part(name).value);
  return { title: field("title"), date: western(field("date")), published: western(field("published")),
    source: field("source"), url: field("url"), rights: part("rights").value };
}

/* Strings are written as JSON, which YAML reads; nothing of them can end the line or the block. */
function content(facts, text) {
  const lines = ["---"];
  if (facts.title) lines.push(`title: ${JSON.stringify(facts.title)}`);
  for (const key of ["date", "published"]) if (facts[key]) lines.push(`${key}: ${facts[key]}`);
  if (facts.source) lines.push("source:", `  name: ${JSON.stringify(facts.source)}`);
  if (facts.source && facts.url) lines.push(`  url: ${JSON.stringify(facts.url)}`);
  if (facts.rights) lines.push(`rights: ${facts.rights}`);
  lines.push(`added: ${new Date().toISOString().slice(0, 10)}`, "---");
  return `${lines.join("\n")}\n${text.replace(/^(?:[^\S\n]*\n)+/, "").trimEnd()}\n`;
}

const slug = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/* A name in the shape YYYY-MM-DD-who-what; of a title in another script the source and a number of the text stand for it. */
function suggested(facts, text) {
  const day = /^\d{4}(?:-\d\d){0,2}(?![\dX])/.exec([facts.date, facts.published].find((each) => each && isDate(each)) ?? "")?.[0];
  const title = facts.title || oneLine(text.trim().split("\n", 1)[0]);
  const latin = slug(title), letters = (title.match(/\p{L}/gu) ?? []).length;
  const words = latin.replace(/[-\d]/g, "").length * 2 > letters ? latin.split("-").slice(0, TITLES).join("-").slice(0, 60).replace(/-$/, "") : "";
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 65536;
  const host = slug(URL_SHAPE.exec(facts.url)?.[1].replace(/^www\./, "") ?? "").slice(0, 40);
  return [day, words || [host || "text", sum.toString(16).padStart(4, "0")].join("-")].filter(Boolean).join("-");
}

/* What is wrong with the form, by field. */
function faults(facts, text, whole, name) {
  const found = {};
  if (!text.trim()) found.text = says.needed;
  else if (new TextEncoder().encode(whole).length > LARGEST) found.text = says.large;
  for (const key of ["date", "published"]) if (facts[key] && !isDate(facts[key])) found[key] = says.day;
  if (facts.url && !isAddress(facts.url)) found.url = says.address;
  if (facts.url && !facts.source) found.source = says.publisher;
  if (!NAME.test(name) || KEPT_BY_SYSTEMS.test(name) || name.length > 100) found.name = says.portable;
  return found;
}

const FIELDS = ["text", "title", "date", "published", "source", "url", "rights", "name"];
const touched = new Set();
let ownName = false;

/* Looks at everything again; `all` also tells of fields that nobody has been at. */
function look(all = false) {
  const facts = stated(), { text, found } = cleaned(part("text").value.replace(/\r\n?/g, "\n"));
  if (!ownName) part("name").value = text.trim() ? suggested(facts, text) : "";
  const name = part("name").value.trim(), whole = content(facts, text), wrong = faults(facts, text, whole, name);
  for (const field of FIELDS) {
    const told = all || touched.has(field) ? wrong[field] ?? "" : "";
    if (part(`${field}-fault`).textContent !== told) part(`${field}-fault`).textContent = told;
    if (told) part(field).setAttribute("aria-invalid", "true");
    else part(field).removeAttribute("aria-invalid");
  }
  part("length").textContent = [...text.trim()].length;
  part("direction").textContent = text.trim() ? says[direction(text)] : "";
  part("invisible").replaceChildren(...told(found).map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  part("path").textContent = name ? `seeds/${name}.txt` : "";
  part("content").textContent = whole;
  return { name, whole, wrong };
}

function told(found) {
  const lines = found.slice(0, MOST).map(({ character, line, lost }) => fill(lost ? says.lost : says.taken, { ...named(character), line }));
  if (found.length > MOST) lines.push(fill(says.more, { count: found.length - MOST }));
  return lines.length ? lines : [says.none];
}

function say(words, address, label) {
  const link = Object.assign(document.createElement("a"), { textContent: label ?? "", href: address ?? "", target: "_blank", rel: "noopener noreferrer" });
  part("said").replaceChildren(words, ...(address ? [" ", link] : []));
}

/* Whether the form may go on; else the first field that is wrong is gone to. */
function inOrder() {
  const seen = look(true), first = FIELDS.find((field) => seen.wrong[field]);
  if (!first) return seen;
  say(says.mend);
  part(first).focus();
  return null;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const seen = says.new && inOrder();
  if (!seen) return;
  const named = `${says.new}?filename=${encodeURIComponent(`${seen.name}.txt`)}`;
  const address = `${named}&value=${encodeURIComponent(seen.whole)}`;
  if (address.length > LONGEST_ADDRESS) {
    say(says.long, named, says.blank);
  } else {
    say(says.opened, address, says.again);
    open(address, "_blank", "noopener,noreferrer");
  }
});
part("copy").addEventListener("click", async () => {
  const seen = inOrder();
  if (!seen) return;
  try {
    await navigator.clipboard.writeText(seen.whole);
    say(says.copied);
  } catch { // no clipboard without https or leave
    getSelection().selectAllChildren(part("content"));
    say(says.select);
  }
});
form.addEventListener("input", (event) => {
  if (event.target === part("name")) ownName = part("name").value !== "";
  say("");
  look();
});
form.addEventListener("change", (event) => {
  touched.add(event.target.name);
  look();
});
const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("contribute.css", import.meta.url) });
style.addEventListener("load", () => {
  form.hidden = false;
  part("without").remove();
});
document.head.append(style);
look();
