/* The search page: `?q=` against the text of every record, with the letters folded. Nothing is ever read as HTML. */
import { fold, foldWithOffsets } from "./fold.js";

const MOST = 100, BEFORE = 90, AFTER = 170;
const list = document.getElementById("search-results");
const status = document.getElementById("search-status");
const box = document.getElementById("sq");
const root = new URL(list.dataset.root.replace(/\/?$/, "/"), location.href);
const here = document.documentElement.lang;
const asked = new URLSearchParams(location.search).get("q") ?? "";
const words = [...new Set(fold(asked).split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean))];

const plain = (text) => text.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();

async function json(path) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/* The index has an entry a section. A record answers by all the sections of its page; it is quoted from its text,
   which comes before the cards. */
function gather(records, sections) {
  const found = new Map(records.map((record) => [record.url, { ...record, text: "", cards: "" }]));
  for (const section of sections) {
    const [page, anchor = ""] = section.location.split("#");
    const record = found.get(page);
    if (record && !record.cards && !anchor.startsWith("card")) record.text += ` ${plain(section.text)}`;
    else if (record) record.cards += ` ${plain(section.title)} ${plain(section.text)}`;
  }
  return [...found.values()];
}

/* Every word must be there; words in the title count most, then how often all of them come. */
function score(record) {
  const title = fold(record.title), text = fold(record.text + record.cards);
  let sum = 0;
  for (const word of words) {
    const times = text.split(word).length - 1;
    if (!times && !title.includes(word)) return 0;
    sum += (title.includes(word) ? 10 : 0) + Math.min(times, 5);
  }
  return sum;
}

/* Where the words stand in `text`, as [start, end], in order and without overlap. */
function hits(text) {
  const { folded, offsets } = foldWithOffsets(text.normalize("NFC"));
  const spans = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      spans.push([offsets[at], offsets[at + word.length]]);
    }
  }
  spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return spans.filter(([start], at) => at === 0 || start >= Math.max(...spans.slice(0, at).map((span) => span[1])));
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function marked(text, spans, from = 0, to = text.length) {
  const parts = [];
  let last = from;
  for (const [start, end] of spans) {
    if (start < last || end > to) continue;
    parts.push(text.slice(last, start), element("mark", text.slice(start, end)));
    last = end;
  }
  return [...parts, text.slice(last, to)];
}

function excerpt(record) {
  const whole = record.text.normalize("NFC").trim(), title = record.title.normalize("NFC");
  const text = whole.startsWith(title) ? whole.slice(title.length).trim() : whole;
  const spans = hits(text);
  if (!spans.length) return element("p", text.slice(0, AFTER));
  const start = text.lastIndexOf(" ", Math.max(0, spans[0][0] - BEFORE)) + 1;
  const end = text.indexOf(" ", spans[0][1] + AFTER);
  return element("p", ...marked(text, spans, start, end < 0 ? text.length : end));
}

function languageName(code) {
  try {
    return new Intl.DisplayNames([here], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

function item(record) {
  const title = record.title.normalize("NFC");
  const link = element("a", ...marked(title, hits(title)));
  link.href = new URL(record.url, root).href;
  const article = element("article", element("h2", link), excerpt(record));
  Object.assign(article, { lang: record.language, dir: record.direction });
  article.dataset.record = record.id;
  const tag = element("span", languageName(record.language));
  const name = element("bdi", record.id);
  tag.className = "tag";
  name.dir = "ltr";
  const meta = element("p", tag, name);
  meta.className = "meta";
  return element("li", article, meta);
}

async function search() {
  const [records, index] = await Promise.all([json("data/records.json"), json("search/search_index.json")]);
  const ranked = gather(records, index.docs).map((record) => ({ record, points: score(record) })).filter(({ points }) => points)
    .sort((one, other) => other.points - one.points || (one.record.url < other.record.url ? -1 : 1));
  list.replaceChildren(...ranked.slice(0, MOST).map(({ record }) => item(record)));
  status.textContent = ranked.length ? `${status.dataset.found} ${ranked.length}` : status.dataset.none;
}

box.value = asked;
if (words.length) {
  search().catch(() => { status.textContent = status.dataset.failed; });
} else {
  box.focus();
}
