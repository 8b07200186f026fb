// The index as it is searched: which word stands where. `dossierIndex(script)` takes up a script of it, `dossierStore`
// answers. Knows how words compare, and neither a query nor a page.
(() => {
  "use strict";

  const { fold, split, stem, stems } = window.dossierWords;

  const TITLE = 1; // where a word stands: in what a question is about ...
  const ALSO = 0.8; // ... in other words for that, which its author thought of ...
  const CLAIM = 0.6; // ... in what somebody says on it

  const results = [];
  const places = []; // where words stand: {result, worth, claim}, claim -1 for titles and other words for them
  const postings = new Map(); // stem -> numbers of places
  const written = new Map(); // stem -> words as written
  const roots = new Map(); // a word as written -> its stems
  const names = new Map(); // stems of a name -> numbers of the results that bear it
  const rarities = new Map();
  const vocabulary = new MiniSearch({ idField: "word", fields: ["word"], tokenize: text => [text], processTerm: word => word });
  const head = { words: {}, language: "en", more: [], asked: "", longest: 1 };

  const setOf = (map, key) => map.get(key) || map.set(key, new Set()).get(key);
  const place = (result, worth, claim = -1) => places.push({ result, worth, claim }) - 1;

  /** The stems of a name, by which it is known. */
  const key = text => split(text).flatMap(({ text: whole, parts }) => (parts.length ? parts : [whole])).map(word => stems(word)[0]);

  /** Note that the words of a text stand in a place: whole, the parts they are made of, and the day they tell. */
  function post(text, language, at) {
    for (const { text: whole, parts, days } of split(text)) {
      days.forEach(day => stand(day, at));
      for (const word of [whole, ...parts]) {
        const root = stem(word, language);
        stand(root, at);
        note(fold(word), root);
      }
    }
  }

  function stand(root, at) {
    const found = postings.get(root) || postings.set(root, []).get(root);
    if (found[found.length - 1] !== at) found.push(at);
  }

  function note(word, root) {
    setOf(written, root).add(word);
    if (!roots.has(word)) vocabulary.add({ word });
    setOf(roots, word).add(root);
  }

  /** Note that a result bears a name. */
  function call(n, name) {
    const called = key(name);
    post(name, head.language, results[n].head);
    if (!called.length) return;
    setOf(names, called.join(" ")).add(n);
    results[n].called.push(called);
    head.longest = Math.max(head.longest, called.length);
  }

  function add(result) {
    const n = results.push(result) - 1;
    const { language, words } = head;
    const titles = [result.title, result.heading].filter(Boolean);
    const title = place(n, TITLE);
    Object.assign(result, { head: place(n, ALSO), called: [], titles: titles.map(text => Array.from(new Set(key(text)))) });
    titles.forEach(text => post(text, language, title));
    (result.also || []).forEach(text => post(text, language, result.head));
    (result.names || []).forEach(name => call(n, name));
    if (result.teaser || result.text) post(`${result.teaser || ""} ${result.text || ""}`, language, place(n, CLAIM, 0));
    (result.claims || []).forEach(([, line, says, quoted], claim) => {
      const counts = /\d/.test(says) ? words.counting : ""; // it answers who asks how many, or when
      post(`${line} ${says} ${quoted} ${counts}`, language, place(n, CLAIM, claim));
    });
  }

  /** Take up a script of the index. */
  function take({ results: found = [], others, ...first }) {
    Object.assign(head, first);
    found.forEach(add);
    if (others) {
      others.forEach(([n, language, text]) => (language ? post(text, language, results[n].head) : call(n, text)));
      head.asked = "";
    }
    rarities.clear();
  }

  /** How much it tells that a result has what stands in these places: nothing if every result has it. */
  function weigh(numbers) {
    const having = new Set(Array.from(numbers, number => places[number].result)).size;
    return Math.log(1 + (results.length - having + 0.5) / (having + 0.5));
  }

  /** The same of a stem. */
  function rarity(root) {
    if (!rarities.has(root)) rarities.set(root, weigh(postings.get(root) || []));
    return rarities.get(root);
  }

  /** Where stems stand together: in one title, or one claim. */
  function where([first, ...rest]) {
    const others = rest.map(root => new Set(postings.get(root) || []));
    return (postings.get(first) || []).filter(number => others.every(having => having.has(number)));
  }

  window.dossierIndex = take;
  window.dossierStore = {
    TITLE, CLAIM, head, key, rarity, weigh, where,
    result: n => results[n],
    place: number => places[number],
    bearers: called => names.get(called.join(" ")),
    isKnown: root => postings.has(root),
    isWritten: word => roots.has(word),
    written: root => Array.from(written.get(root) || []),
    rootsOf: words => Array.from(new Set(words.flatMap(word => Array.from(roots.get(word) || [])))),
    near: (word, options) => vocabulary.search(word, options).map(({ id }) => id),
  };
})();
