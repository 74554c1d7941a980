/* Records as results: built from text alone, each in its own language and direction. */
import { fold, tokens } from "./fold.js";

const BEFORE = 70, LENGTH = 240;

export function element(name, facts = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(facts)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/* Where the words to mark stand in a text, as [start, end] in order. */
function spans(text, marks, record) {
  const wordings = [...marks.concepts].flatMap((concept) => record.c?.[concept] ?? []);
  const words = new Set([...marks.words, ...wordings.flatMap((wording) => [...tokens(wording)].flatMap((token) => token.whole))]);
  const found = [];
  for (const { token, at, kind, whole, parts } of tokens(text)) {
    if (kind === "run") {
      for (const word of words) for (let start = fold(token).indexOf(word); start >= 0; start = fold(token).indexOf(word, start + word.length)) {
        found.push([at + start, at + start + word.length]);
      }
    } else if ([...whole, ...parts].some((word) => words.has(word) || marks.clitics(word).some((rest) => words.has(rest)))) {
      found.push([at, at + token.length]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  let end = 0;
  return found.filter((span) => span[0] >= end && (end = span[1]));
}

function marked(text, found, from = 0, to = text.length) {
  const parts = [];
  let last = from;
  for (const [start, end] of found) {
    if (start < last || end > to) continue;
    parts.push(text.slice(last, start), element("mark", {}, text.slice(start, end)));
    last = end;
  }
  return [...parts, text.slice(last, to)];
}

/* The part of the text that has most of what was asked for. */
function excerpt(text, found) {
  let best = [0, 0];
  found.forEach(([start], at) => {
    const inside = new Set(found.slice(at).filter(([, end]) => end < start + LENGTH - BEFORE).map((span) => fold(text.slice(...span)))).size;
    if (inside > best[1]) best = [start, inside];
  });
  const from = best[0] > BEFORE ? text.lastIndexOf(" ", best[0] - BEFORE) + 1 || best[0] : 0;
  const space = text.indexOf(" ", from + LENGTH), to = text.length - from < LENGTH * 1.2 || space < 0 ? Math.min(text.length, from + LENGTH * 1.2) : space;
  return [from ? "… " : "", ...marked(text, found, from, to), to < text.length ? " …" : ""];
}

/* An EDTF date in words, as far as it is known; null where nothing of it is. French counts the first of a month. */
export function dated(value, language) {
  const ends = value.split("/").map((end) => known(end.replace(/[?~%]/g, ""), language)).filter(Boolean);
  return ends.length ? [...new Set(ends)].join(" – ") : null;
}

function known(value, language) {
  const [, year, month, day] = /^(\d{4}|X{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(value)?.map((part) => (/X/.test(part) ? undefined : part)) ?? [];
  if (!year && !month) return null;
  const shape = { year: year && "numeric", month: month && "long", day: month && day && "numeric", timeZone: "UTC" };
  const instant = new Date(Date.UTC(year ?? 2000, (month ?? 1) - 1, (month && day) ?? 1));
  const shown = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, shape).format(instant);
  return language === "fr" ? shown.replace(/^1 /, "1er ") : shown;
}

const SIGNS = { "phone-call": "call", consultations: "consult" };

function meta(record, { names, language, words }) {
  const facts = element("p", { class: "meta" }), shown = record.d && dated(record.d, language);
  if (shown && /^[\d-]+$/.test(record.d)) facts.append(element("time", { datetime: record.d }, shown));
  else facts.append(element("span", { "data-edtf": record.d || undefined }, shown ?? words.undated));
  if (record.p) facts.append(element("span", {}, record.p.map((party) => names[party] ?? party).join(" – ")));
  if (record.e) facts.append(element("span", { class: `k k-${SIGNS[record.e.slice(2)] ?? record.e.slice(2)}` }, names[record.e] ?? record.e));
  facts.append(element("span", {}, element("span", { class: "tag" }, names[`l:${record.l}`] ?? record.l)));
  return facts;
}

/* The address of a record, at the words on its page where the browser can go to them. */
function address(record, { root, end }, text, found) {
  const url = new URL(`records/${record.a}${end}`, root);
  const first = found[0] && text.slice(...found[0]);
  if (first) url.hash = `:~:text=${encodeURIComponent(first).replace(/-/g, "%2D")}`;
  return url.href;
}

export function result(record, marks, context) {
  const text = (record.x ?? "").normalize("NFC"), title = record.t.normalize("NFC");
  const found = spans(text, marks, record), headed = marked(title, spans(title, marks, record));
  const link = element("a", { href: address(record, context, text, found) }, ...(record.b ? ["[", ...headed, "]"] : headed));
  const article = element("article", { lang: record.l, dir: record.r ? "rtl" : "ltr", "data-record": record.i }, element("h2", {}, link));
  if (text) article.append(element("p", {}, ...excerpt(text.replaceAll("\n", " "), found)));
  return element("li", {}, article, meta(record, context));
}
