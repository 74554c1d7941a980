/* The page of results: reads the address, asks the index, shows records and facets. */
import { Index } from "./index.js";
import { hasPhrase, search } from "./query.js";
import { element, result } from "./show.js";

const FIRST = 5, PAGE = 10, CHECKED = 60;
const FACETS = { language: "l:", country: "", pair: "r:", topic: "t:", event: "e:", year: "y:" };

export async function start(root) {
  const list = document.getElementById("search-results"), status = document.getElementById("search-status");
  const page = new Page(root, list, status, document.getElementById("facets"));
  try {
    await page.answer();
  } catch {
    status.textContent = list.dataset.failed;
  }
}

class Page {
  constructor(root, list, status, form) {
    Object.assign(this, { root, list, status, form, words: list.dataset, language: document.documentElement.lang });
    this.asked = new URLSearchParams(location.search);
    this.query = (this.asked.get("q") ?? "").trim();
    this.index = new Index(root);
    const box = document.getElementById("sq");
    this.end = box.form.dataset.end;
    box.value = this.query;
    if (!this.query) box.focus();
  }

  async answer() {
    const { index, query } = this;
    await index.open();
    this.names = await index.names(this.language);
    const answer = query ? await search(index, query, this.language) : { found: (await index.numbers()).map((number) => ({ number })), exact: [], instead: [] };
    if (this.asked.get("sort") === "date") answer.found.sort((one, other) => one.number - other.number);
    this.all = answer.found;
    for (const phrase of answer.exact) this.all = await this.withPhrase(this.all, phrase);
    const found = await this.filtered();
    this.marks = answer.marks ?? { words: new Set(), concepts: new Set(), clitics: () => [] };
    this.found = found;
    this.list.replaceChildren();
    await this.more();
    this.tell(answer);
    this.form.hidden = !answer.found.length;
    if (answer.found.length) (await import("./facets.js")).show(this, Object.keys(FACETS));
  }

  tell({ relaxed, instead, offered = [], found }) {
    const { words, status } = this, count = this.found.length;
    const said = !this.query && found.length ? words.newest : count ? `${words.found} ${count}` : words.none;
    const parts = [instead.length && count ? `${words.instead} ${[...new Set(instead)].join(" · ")}. ` : "", relaxed && count ? `${words.some} ` : "", said];
    status.replaceChildren(...parts);
    for (const word of count ? [] : new Set(offered)) status.append(" · ", element("a", { href: `?${new URLSearchParams({ q: word })}` }, word, "?"));
    if (count) status.append(" ", element("a", { href: "#facets" }, words.filter));
    else for (const name of ["countries", "dates", "records"]) status.append(" · ", element("a", { href: new URL(`${this.language}/${name}${this.end}`, this.root).href }, words[name]));
  }

  /* What each record has of a facet. */
  async values(facet) {
    if (facet === "year") return (number) => [`y:${this.index.year(number)}`];
    if (facet === "language" && this.query) return (number) => [`l:${this.index.languageOf.get(number)}`];
    return this.index.facet(facet);
  }

  /* The records that have a chosen value of every facet that was chosen from, `but` for one. */
  async filtered(but) {
    let found = this.all;
    for (const [facet, prefix] of Object.entries(FACETS)) {
      const wanted = new Set(this.asked.getAll(facet).filter(Boolean).flatMap((each) => (prefix ? prefix + each : [`c:${each}`, `o:${each}`, each])));
      const [from, to] = ["from", "to"].map((end) => facet === "year" && this.asked.get(end));
      if (facet === but || !(wanted.size || from || to)) continue;
      const values = await this.values(facet);
      const fits = (value) => (from || to ? value.length > 2 && value >= `y:${from || 0}` && value <= `y:${to || 9999}` : wanted.has(value));
      found = found.filter(({ number }) => values(number).some(fits));
    }
    return found;
  }

  async withPhrase(found, phrase) {
    const checked = await Promise.all(found.slice(0, CHECKED).map(async (each) => [each, await this.index.fragment(each.number)]));
    return checked.filter(([, record]) => hasPhrase(record.t, phrase) || hasPhrase(record.x ?? "", phrase)).map(([each]) => each);
  }

  /* Some more results: the first few at once, the next when one comes to their end, all others when asked for. */
  async more() {
    const from = this.list.childElementCount, next = this.found.slice(from, !from ? FIRST : from < PAGE ? PAGE : from + PAGE);
    const records = await Promise.all(next.map(({ number }) => this.index.fragment(number)));
    this.list.append(...records.map((record) => result(record, this.marks, this)));
    this.button?.remove();
    if (this.list.childElementCount >= this.found.length) return;
    this.button = element("button", { type: "button", class: "more" }, this.words.more);
    this.button.addEventListener("click", async () => {
      const at = this.list.childElementCount;
      await this.more();
      this.list.children[at]?.querySelector("a").focus();
    });
    this.list.after(this.button);
    if (!from) this.whenSeen();
  }

  whenSeen() {
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      seen.disconnect();
      this.more();
    });
    seen.observe(this.button);
  }
}
