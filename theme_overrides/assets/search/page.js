/* The page of results: reads the address, asks the index, shows records and facets. */
import { Index } from "./index.js";
import { hasPhrase, newer, search } from "./query.js";
import { element, result } from "./show.js";

const PAGE = 10, CHECKED = 60;
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
    const all = Array.from({ length: index.n }, (_, number) => ({ number, points: 0 }));
    const answer = query ? await search(index, query, this.language) : { found: all, exact: [], instead: [], marks: null };
    if (!query || this.asked.get("sort") === "date") answer.found.sort((one, other) => newer(index, one.number, other.number));
    let found = await this.filtered(answer.found);
    for (const phrase of answer.exact) found = await this.withPhrase(found, phrase);
    this.marks = answer.marks ?? { words: new Set(), concepts: new Set(), clitics: () => [] };
    this.found = found;
    this.list.replaceChildren();
    await this.more();
    this.tell(answer);
    this.form.hidden = !answer.found.length;
    if (answer.found.length) (await import("./facets.js")).show(this, answer.found, Object.keys(FACETS));
  }

  tell({ relaxed, instead, found }) {
    const { words, status } = this, count = this.found.length;
    const said = !this.query && found.length ? words.newest : count ? `${words.found} ${count}` : words.none;
    const parts = [instead.length && count ? `${words.instead} ${[...new Set(instead)].join(" · ")}. ` : "", relaxed && count ? `${words.some} ` : "", said];
    status.replaceChildren(...parts);
    if (count) status.append(" ", element("a", { href: "#facets" }, words.filter));
    else for (const name of ["countries", "dates", "records"]) status.append(" · ", element("a", { href: new URL(`${this.language}/${name}${this.end}`, this.root).href }, words[name]));
  }

  /* The records that have a chosen value of every facet that was chosen from. */
  async filtered(found) {
    for (const [facet, prefix] of Object.entries(FACETS)) {
      const wanted = this.asked.getAll(facet).filter(Boolean);
      const [from, to] = facet === "year" ? [this.asked.get("from"), this.asked.get("to")] : [];
      if (!wanted.length && !from && !to) continue;
      const { v, d } = await this.index.facet(facet);
      const fits = v.map((value) => {
        const bare = value.slice(2);
        return from || to ? bare !== "" && bare >= (from || "0") && bare <= (to || "9999") : wanted.some((each) => value === prefix + each || (!prefix && (bare === each || value === each)));
      });
      found = found.filter(({ number }) => [d[number]].flat().some((place) => fits[place]));
    }
    return found;
  }

  async withPhrase(found, phrase) {
    const checked = await Promise.all(found.slice(0, CHECKED).map(async (each) => [each, await this.index.fragment(each.number)]));
    return checked.filter(([, record]) => hasPhrase(record.t, phrase) || hasPhrase(record.x ?? "", phrase)).map(([each]) => each);
  }

  async more() {
    const from = this.list.childElementCount, next = this.found.slice(from, from + PAGE);
    const records = await Promise.all(next.map(({ number }) => this.index.fragment(number)));
    this.list.append(...records.map((record) => result(record, this.marks, this)));
    this.button?.remove();
    if (this.list.childElementCount < this.found.length) {
      this.button = element("button", { type: "button", class: "more" }, this.words.more);
      this.button.addEventListener("click", async () => {
        await this.more();
        this.list.children[from + PAGE]?.querySelector("a").focus();
      });
      this.list.after(this.button);
    }
  }
}
