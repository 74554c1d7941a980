/* The index as files: a manifest, shards of sorted keys and of postings, columns, fragments. Nothing is fetched twice. */

async function unpacked(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
}
const text = (bytes) => new TextDecoder().decode(bytes);

export class Index {
  constructor(root) {
    this.root = new URL("search/", root);
    this.kept = new Map();
    this.loaded = new Map(); /* key → refs, of every dictionary shard seen so far */
  }

  once(name, make) {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return this.kept.get(name);
  }

  open() {
    return this.once("", async () => {
      Object.assign(this, JSON.parse(text(await unpacked(new URL("index.z", this.root)))));
      this.concepts = this.concepts.split(" ");
      let start = 0;
      this.posts[0] = this.posts[0].map((step) => (start += step));
      for (const language of Object.keys(this.endings)) this.endings[language] = new Set(this.endings[language].split(" "));
      this.clitics = this.clitics.split(" ").filter(Boolean);
      return this;
    });
  }

  /* The place on a shelf ([starts, names]) of the shard that would hold `key`. */
  place([starts], key) {
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle; else high = middle;
    }
    return low;
  }

  file(name) {
    return this.once(name, () => unpacked(new URL(`${name}.z`, this.root)));
  }

  /* One shard of the dictionary: key → refs `{ lang, stem, id }`. Backwards shards have keys only. */
  shard(shelf, place) {
    const name = shelf[1].slice(place * 8, place * 8 + 8);
    return this.once(`keys ${name}`, async () => {
      const found = new Map();
      let last = 0;
      for (const line of text(await this.file(name)).split("\n")) {
        const [key, refs = ""] = line.split("\t");
        found.set(key, refs ? refs.split(" ").map((ref) => {
          const letter = ref.charCodeAt(0), stem = letter < 97;
          last += parseInt(ref.slice(1), 36);
          return { lang: letter - (stem ? 65 : 97), stem, id: last };
        }) : []);
      }
      if (shelf === this.words) for (const [key, refs] of found) this.loaded.set(key, refs);
      return found;
    });
  }

  async refs(key) {
    return (await this.shard(this.words, this.place(this.words, key))).get(key) ?? [];
  }

  /* The keys that begin so, from at most `most` shards. */
  async beginning(shelf, prefix, most = 2) {
    const found = [], first = this.place(shelf, prefix);
    for (let place = first; place < Math.min(first + most, shelf[0].length); place += 1) {
      if (place > first && !shelf[0][place].startsWith(prefix)) break;
      for (const key of (await this.shard(shelf, place)).keys()) if (key.startsWith(prefix)) found.push(key);
    }
    return found;
  }

  /* The records of a concept or group, number → weight 1–255. */
  postings(id) {
    return this.once(id, async () => {
      const place = this.place(this.posts, id), bytes = await this.file(this.posts[1].slice(place * 8, place * 8 + 8));
      let at = 0;
      const varint = () => {
        let value = 0, shift = 1, byte;
        do { byte = bytes[at++]; value += (byte & 127) * shift; shift *= 128; } while (byte > 127);
        return value;
      };
      for (let skip = this.posts[0][place]; skip < id; skip += 1) { const length = varint(); at += length; }
      const found = new Map(), length = varint(), end = at + length;
      for (let number = 0; at < end;) { number += varint(); found.set(number, bytes[at++]); }
      return found;
    });
  }

  async json(name) {
    return JSON.parse(text(await this.file(name)));
  }

  /* A facet: its values, and for each record the places of its own among them. */
  facet(name) {
    return this.once(`facet ${name}`, () => this.json(this.facets[name]));
  }

  /* The names of concepts and values in a language of the interface. */
  names(language) {
    return this.once(`names ${language}`, () => this.json(this.labels[language] ?? this.labels[Object.keys(this.labels)[0]]));
  }

  fragment(number) {
    return this.once(`f ${number}`, async () =>
      JSON.parse(text(await unpacked(new URL(`f/${number.toString(36)}.z?${this.stamp}`, this.root)))));
  }
}
