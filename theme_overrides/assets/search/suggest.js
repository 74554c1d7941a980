/* The box as a combobox: records, countries, relations and people while one types. */
import { fold, tokens } from "./fold.js";
import { Index } from "./index.js";
import { search } from "./query.js";
import { element } from "./show.js";

const PLACES = { c: "countries", o: "organisations", p: "people", t: "topics" };
const MOST = 4, PAUSE = 120;

/* A reader may have typed since the box said `before`, while this was loaded. */
export function attach(box, root, before) {
  const suggestions = new Suggestions(box, root);
  if (box.value !== before) suggestions.update();
}

class Suggestions {
  constructor(box, root) {
    Object.assign(this, { box, root, form: box.form, index: new Index(root), language: document.documentElement.lang, active: -1 });
    this.list = element("ul", { id: `${box.id}-list`, role: "listbox", class: "suggest", "aria-label": this.form.dataset.suggestions, hidden: true });
    for (const [key, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" })) box.setAttribute(key, value);
    this.said = element("p", { class: "vh", role: "status", "aria-live": "polite" });
    this.form.append(this.list, this.said);
    box.addEventListener("input", () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.update(), PAUSE); });
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.index.open().catch(() => {});
  }

  async update() {
    const query = this.box.value.trim(), turn = this.turn = {};
    if (!query) return this.close();
    try {
      await this.index.open();
      const [names, { found }] = await Promise.all([this.index.names(this.language), search(this.index, query, this.language)]);
      const records = await Promise.all(found.slice(0, MOST).map(({ number }) => this.index.fragment(number)));
      if (turn === this.turn && document.activeElement === this.box) this.show([...(await this.headings(names, query)), ...records.map((record) => this.record(record))]);
    } catch {
      this.close();
    }
  }

  /* Countries, bodies, people and topics whose name begins so in any language; the relation of two countries. */
  async headings(names, query) {
    const words = [...tokens(query)].flatMap((token) => token.whole), typed = words.join(" ");
    const begins = (name) => ` ${[...tokens(name)].flatMap((token) => token.whole).join(" ")}`.includes(` ${typed}`);
    const keys = typed ? await this.index.beginning("w", typed, 1) : [];
    const known = new Set(keys.flatMap((key) => this.index.loaded.get(key)).filter((ref) => ref.concept && !ref.stem).map((ref) => ref.concept));
    const all = Object.entries(names).filter(([key]) => PLACES[key[0]]);
    const found = all.filter(([key, name]) => begins(name) || known.has(key)).slice(0, MOST)
      .map(([key, name]) => this.option(name, `${this.language}/${PLACES[key[0]]}/${key.slice(2).toLowerCase()}`, this.form.dataset[PLACES[key[0]]]));
    const sides = all.filter(([key, name]) => key[0] === "c" && ` ${fold(query)} `.includes(` ${fold(name)} `)).map(([key, name]) => [key.slice(2), name]).sort();
    if (sides.length === 2) {
      const pair = sides.map(([code]) => code.toLowerCase()).join("-");
      found.unshift(this.option(sides.map(([, name]) => name).join(" – "), `${this.language}/relations/${pair}`, this.form.dataset.relations));
    }
    return found;
  }

  record(record) {
    const option = this.option(record.t, `records/${record.a}`, "");
    Object.assign(option.firstChild, { lang: record.l, dir: record.r ? "rtl" : "ltr" });
    return option;
  }

  option(name, path, kind) {
    const option = element("li", { role: "option", "aria-selected": "false", "data-path": path }, element("span", {}, name));
    if (kind) option.append(" ", element("span", { class: "tag" }, kind));
    option.addEventListener("mousedown", (event) => { event.preventDefault(); this.go(option); });
    return option;
  }

  show(options) {
    options.forEach((option, at) => { option.id = `${this.list.id}-${at}`; });
    this.list.replaceChildren(...options);
    this.active = -1;
    this.box.removeAttribute("aria-activedescendant");
    this.open(options.length > 0);
    this.said.textContent = `${this.form.dataset.suggestions} ${options.length}`;
  }

  open(yes) {
    this.list.hidden = !yes;
    this.box.setAttribute("aria-expanded", String(yes));
  }

  close() {
    this.open(false);
    this.active = -1;
    this.box.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const options = [...this.list.children], down = event.key === "ArrowDown";
    if ((down || event.key === "ArrowUp") && !this.list.hidden) {
      event.preventDefault();
      this.active = (this.active + (down ? 1 : -1) + options.length + 1) % (options.length + 1);
      if (this.active === options.length) this.active = down ? -1 : options.length - 1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
      if (this.active < 0) this.box.removeAttribute("aria-activedescendant");
      else this.box.setAttribute("aria-activedescendant", options[this.active].id);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.go(options[this.active]);
    }
  }

  go(option) {
    location.href = new URL(option.dataset.path + this.form.dataset.end, this.root).href;
  }
}
