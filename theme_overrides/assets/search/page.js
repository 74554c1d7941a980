/* The page of results: reads the address, asks the index, shows records and facets. */
import { Index } from "./index.js";
import { hasPhrase, newer, search } from "./query.js";
import { element, result } from "./show.js";

const PAGE = 10, CHECKED = 60, LISTED = 8;
const FACETS = ["language", "country", "pair", "topic", "event", "year"];
const AT_ONCE = ["language", "year", "event"]; /* small columns; the others come when asked for */

export async function start(root) {
  const list = document.getElementById("search-results"), status = document.getElementById("search-status");
  const page = new Page(root, list, status, document.getElementById("facets"));
  try {
    await page.answer();
  } catch (error) {
    status.textContent = list.dataset.failed;
    console.warn(error);
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
    if (answer.found.length) await this.facets(answer.found);
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
    for (const facet of FACETS) {
      const prefix = { language: "l:", pair: "r:", topic: "t:", event: "e:", year: "y:" }[facet] ?? "";
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

  async facets(found) {
    const made = [element("input", { type: "hidden", name: "q", value: this.query }), this.order()];
    for (const facet of FACETS) {
      const chosen = this.asked.getAll(facet).some(Boolean);
      const box = element("fieldset", { "data-facet": facet }, element("legend", {}, this.words[facet]));
      made.push(box);
      if (chosen || AT_ONCE.includes(facet)) await this.fill(box, facet, found);
      else {
        const open = element("button", { type: "button", class: "open" }, this.words.choose);
        open.addEventListener("click", async () => { open.remove(); await this.fill(box, facet, found); box.querySelector("input")?.focus(); });
        box.append(open);
      }
    }
    this.form.replaceChildren(...made, element("button", {}, this.words.apply));
  }

  order() {
    const pick = element("select", { name: "sort" });
    for (const value of ["", "date"]) pick.append(element("option", { value, selected: (this.asked.get("sort") ?? "") === value }, this.words[value ? "byDate" : "byRelevance"]));
    return element("label", {}, element("span", {}, this.words.sort), pick);
  }

  async fill(box, facet, found) {
    const { v, d } = await this.index.facet(facet), counts = new Map();
    for (const { number } of found) for (const place of [d[number]].flat()) counts.set(place, (counts.get(place) ?? 0) + 1);
    if (facet === "year") box.append(...["from", "to"].map((name) => this.year(name)));
    const wanted = this.asked.getAll(facet), rows = [...counts];
    rows.sort((one, other) => (facet === "year" ? (v[one[0]] < v[other[0]] ? 1 : -1) : other[1] - one[1] || one[0] - other[0]));
    for (const [place, count] of rows.filter(([place], at) => at < LISTED || wanted.includes(v[place].slice(2)))) {
      const value = v[place].slice(2), pick = element("input", { type: "checkbox", name: facet, value, checked: wanted.includes(value) });
      box.append(element("label", {}, pick, element("span", {}, this.named(v[place])), element("span", { class: "n" }, String(count))));
    }
    box.hidden = !rows.length;
  }

  year(name) {
    const field = element("input", { type: "text", inputmode: "numeric", pattern: "[0-9]{4}", name, size: 4, value: this.asked.get(name) ?? "" });
    return element("label", {}, element("span", {}, this.words[name]), field);
  }

  named(value) {
    const [kind, rest] = [value[0], value.slice(2)];
    if (kind === "y") return rest || this.words.undated;
    if (kind === "r") return rest.split("-").map((side) => this.names[`c:${side}`] ?? this.names[`o:${side}`] ?? side).join(" – ");
    return this.names[value] ?? rest;
  }
}
