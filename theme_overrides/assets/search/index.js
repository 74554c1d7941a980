/* The index as files: a manifest, shards of sorted keys and of postings, columns, fragments. Nothing is fetched twice. */

const LAST_YEAR = 2155, UNDATED = 4000;
const REF = /^(~?)(?:([^=]*)=)?(?:(\w:.+)|([^.]+)(?:\.(\d+)(?:\+(\d+))?(?:\.(.+))?)?)$/;

async function unpacked(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
}
const text = (bytes) => new TextDecoder().decode(bytes);
const hex = (name) => Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, "0")).join("");

/* Whole numbers, seven bits a byte. */
class Bytes {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  number() {
    let value = 0, shift = 1, byte;
    do { byte = this.bytes[this.at++]; value += (byte & 127) * shift; shift *= 128; } while (byte > 127);
    return value;
  }
}

/* What a key leads to, as generator/search/entries.py writes it: `id` names a list of postings, of a concept those of all languages. */
function refOf(key, written) {
  const [, stem, tongue, concept, language, first, second, rest = ""] = REF.exec(written);
  if (concept) return { id: concept, lang: tongue ?? "", stem: Boolean(stem), concept };
  const from = second ? +first : 0;
  return { id: `${first ? key.slice(from, from + +(second ?? first)) + rest : key} ${language}`, lang: language, stem: Boolean(stem) };
}

export class Index {
  constructor(root) {
    this.root = new URL("search/", root);
    this.kept = new Map();
    this.loaded = new Map(); /* key → refs, of every dictionary shard seen so far */
    this.languageOf = new Map(); /* of every record met in a list */
  }

  once(name, make) {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return this.kept.get(name);
  }

  open() {
    return this.once("", async () => {
      Object.assign(this, JSON.parse(text(await unpacked(new URL("index.z", this.root)))));
      this.w = this.words.split("|");
      this.p = this.posts.split("|");
      for (const language of Object.keys(this.endings)) this.endings[language] = new Set(this.endings[language].split(" "));
      this.clitics = this.clitics.split(" ").filter(Boolean);
      return this;
    });
  }

  /* Where the words backwards begin. */
  backwards() {
    return this.once("back", async () => { this.b = (await this.json("back")).split("|"); });
  }

  /* The place on a shelf of the shard that would hold `key`. */
  place(shelf, key) {
    const starts = this[shelf];
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle; else high = middle;
    }
    return low;
  }

  file(name) {
    return this.once(name, () => unpacked(new URL(`${name}.z?${this.stamp}`, this.root)));
  }

  /* A shard of keys: key → refs. Backwards there are keys only. */
  shard(shelf, place) {
    const start = this[shelf][place];
    return this.once(`${shelf} ${start}`, async () => {
      const found = new Map();
      for (const line of start ? text(await this.file(`${shelf}/${hex(start)}`)).split("\n") : []) {
        const [key, refs = ""] = line.split("\t");
        found.set(key, refs ? refs.split(" ").map((ref) => refOf(key, ref)) : []);
      }
      if (shelf === "w") for (const [key, refs] of found) this.loaded.set(key, refs);
      return found;
    });
  }

  async refs(key) {
    return (await this.shard("w", this.place("w", key))).get(key) ?? [];
  }

  /* The keys that begin so, from at most `most` shards. */
  async beginning(shelf, prefix, most = 2) {
    const found = [], first = this.place(shelf, prefix);
    for (let place = first; place < Math.min(first + most, this[shelf].length); place += 1) {
      if (place > first && !this[shelf][place].startsWith(prefix)) break;
      for (const key of (await this.shard(shelf, place)).keys()) if (key.startsWith(prefix)) found.push(key);
    }
    return found;
  }

  /* The records under a heading or concept: number → weight 1–31. Which language each is in is noted. */
  postings(id) {
    return this.once(`p ${id}`, async () => {
      const found = new Map(), start = this.p[this.place("p", id)];
      for (const [key, content] of start ? await this.lists(start) : []) {
        if (key !== id && !(id[1] === ":" && key.startsWith(`${id} `))) continue;
        const language = key.slice(key.indexOf(" ") + 1), { bytes } = content;
        for (let at = bytes.length - content.number(), number = 0; at < bytes.length; at += 1) {
          found.set(number += content.number(), bytes[at]);
          this.languageOf.set(number, language);
        }
      }
      return found;
    });
  }

  /* The lists of a shard of postings, by key. */
  lists(start) {
    return this.once(`lists ${start}`, async () => {
      const all = new Bytes(await this.file(`p/${hex(start)}`)), ends = all.number() + all.at;
      const keys = text(all.bytes.subarray(all.at, ends)).split("\n");
      all.at = ends;
      return keys.map((key) => {
        const length = all.number();
        all.at += length;
        return [key, new Bytes(all.bytes.subarray(all.at - length, all.at))];
      });
    });
  }

  async json(name) {
    return JSON.parse(text(await this.file(name)));
  }

  /* The numbers of all records, the newest first. */
  numbers() {
    return this.once("all", async () => {
      const all = new Bytes(await this.file("numbers")), found = [];
      for (let number = 0; all.at < all.bytes.length;) found.push(number += all.number());
      return found;
    });
  }

  /* A facet: a function from a record's number to its values. */
  facet(name) {
    return this.once(`facet ${name}`, async () => {
      const [{ v, d }, numbers] = await Promise.all([this.json(`facet-${name}`), this.numbers()]);
      const places = new Map(numbers.map((number, place) => [number, place]));
      return (number) => [d[places.get(number)]].flat().map((value) => v[value]);
    });
  }

  /* The year of a record, empty for one without. */
  year(number) {
    const years = Math.floor(number / 2 ** this.bits);
    return years < UNDATED ? String(LAST_YEAR - years) : "";
  }

  /* The names of concepts and values in a language of the interface. */
  names(language) {
    return this.once(`names ${language}`, () => this.json(`names-${language}`));
  }

  fragment(number) {
    return this.once(`f ${number}`, () => this.json(`f/${number.toString(36)}`));
  }
}
