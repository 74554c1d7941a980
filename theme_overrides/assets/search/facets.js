/* The facets beside the results: a plain form, its counts from the columns of the index. */
import { element } from "./show.js";

const LISTED = 8;
const AT_ONCE = ["language", "year", "event"]; /* small columns; the others come when asked for */

export function show(page, found, facets) {
  return new Facets(page).show(found, facets);
}

class Facets {
  constructor({ asked, form, index, names, query, words }) {
    Object.assign(this, { asked, form, index, names, query, words });
  }

  async show(found, facets) {
    const made = [element("input", { type: "hidden", name: "q", value: this.query }), this.order()];
    for (const facet of facets) {
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
