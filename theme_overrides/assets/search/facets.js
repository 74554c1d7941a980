/* The facets beside the results: a plain form, its counts from the columns of the index. */
import { element } from "./show.js";

const LISTED = 8;
const FACETS = { language: "l:", country: "", pair: "r:", topic: "t:", event: "e:", year: "y:" };
const AT_ONCE = ["language", "year"]; /* known of each result; the columns of the others come when asked for */

export function show(page) {
  return new Facets(page).show();
}

/* What each record has of a facet. */
async function valuesOf({ index, query }, facet) {
  if (facet === "year") return (number) => [`y:${index.year(number)}`];
  if (facet === "language" && query) return (number) => [`l:${index.languageOf.get(number)}`];
  return index.facet(facet);
}

/* The records that have a chosen value of every facet that was chosen from, `but` for one. */
export async function filtered(page, but) {
  let found = page.all;
  for (const [facet, prefix] of Object.entries(FACETS)) {
    const wanted = new Set(page.asked.getAll(facet).filter(Boolean).flatMap((each) => (prefix ? prefix + each : [`c:${each}`, `o:${each}`, each])));
    const [from, to] = ["from", "to"].map((end) => facet === "year" && page.asked.get(end));
    if (facet === but || !(wanted.size || from || to)) continue;
    const values = await valuesOf(page, facet);
    const fits = (value) => (from || to ? value.length > 2 && value >= `y:${from || 0}` && value <= `y:${to || 9999}` : wanted.has(value));
    found = found.filter(({ number }) => values(number).some(fits));
  }
  return found;
}

class Facets {
  constructor(page) {
    const { asked, form, names, query, words } = page;
    Object.assign(this, { page, asked, form, names, query, words });
  }

  async show() {
    const made = [element("input", { type: "hidden", name: "q", value: this.query }), this.order()];
    for (const facet of Object.keys(FACETS)) {
      const chosen = this.asked.getAll(facet).some(Boolean);
      const box = element("fieldset", { "data-facet": facet }, element("legend", {}, this.words[facet]));
      made.push(box);
      if (chosen || AT_ONCE.includes(facet)) await this.fill(box, facet);
      else {
        const open = element("button", { type: "button", class: "open" }, this.words.choose);
        open.addEventListener("click", async () => { open.remove(); await this.fill(box, facet); box.querySelector("input")?.focus(); });
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

  /* The values of those records that fit what was chosen from the other facets. */
  async fill(box, facet) {
    const [values, found] = await Promise.all([valuesOf(this.page, facet), filtered(this.page, facet)]), counts = new Map();
    for (const { number } of found) for (const value of values(number)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (facet === "year") box.append(...["from", "to"].map((name) => this.year(name)));
    const wanted = this.asked.getAll(facet), rows = [...counts];
    rows.sort(([one, few], [other, many]) => (facet !== "year" && many - few) || (one < other === (facet === "year") ? 1 : -1));
    for (const [key, count] of rows.filter(([key], at) => at < LISTED || wanted.includes(key.slice(2)))) {
      const value = key.slice(2), pick = element("input", { type: "checkbox", name: facet, value, checked: wanted.includes(value) });
      box.append(element("label", {}, pick, element("span", {}, this.named(key)), element("span", { class: "n" }, String(count))));
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
