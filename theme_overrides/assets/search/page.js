/* The page of results: reads the address, asks the index, shows records and facets. */
import { Index } from "./index.js";
import { search } from "./query.js";
import { element, result } from "./show.js";

const FIRST = 5, PAGE = 10;
const facets = () => import("./facets.js");

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
    for (const phrase of answer.exact) this.all = await (await import("./rare.js")).withPhrase(index, this.all, phrase);
    const chosen = [...this.asked].some(([name, value]) => value && name !== "q" && name !== "sort");
    this.found = chosen ? await (await facets()).filtered(this) : this.all;
    this.marks = answer.marks ?? { words: new Set(), concepts: new Set(), clitics: () => [] };
    this.list.replaceChildren();
    await this.more();
    this.tell(answer);
    this.form.hidden = !answer.found.length;
    if (answer.found.length) (await facets()).show(this);
  }

  tell({ relaxed, instead, offered = [], found }) {
    const { words, status } = this, count = this.found.length;
    const said = !this.query && found.length ? words.newest : count ? `${words.found} ${count}` : words.none;
    const other = [...new Set(count ? instead : offered)], written = (word) => (count ? word : element("a", { href: `?${new URLSearchParams({ q: word })}` }, word));
    const widened = other.flatMap((word, at) => [at ? " · " : `${count ? words.instead : words.offered} `, written(word)]);
    status.replaceChildren(...widened, widened.length ? ". " : "", relaxed && count ? `${words.some} ` : "", said);
    if (count) status.append(" ", element("a", { href: "#facets" }, words.filter));
    else for (const name of ["countries", "dates", "records"]) status.append(" · ", element("a", { href: new URL(`${this.language}/${name}${this.end}`, this.root).href }, words[name]));
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
