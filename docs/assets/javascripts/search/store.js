// The index as it is searched: which word stands where. `dossierIndex(script)` takes up a script of it, `dossierStore`
// answers. Knows how words compare, and neither a query nor a page.
(() => {
  "use strict";

  const { fold, isSpelled, kept, sound, spell, split, stem, stems } = window.dossierWords;

  const TITLE = 1; // where a word stands: in what a question is about ...
  const ALSO = 0.8; // ... in other words for that, which its author thought of ...
  const CLAIM = 0.6; // ... in what somebody says on it ...
  const ASKED = 0.3; // ... in the words in which readers ask for that: half as much, for it may ask for more than it tells
  const SHORTEST = 3; // letters that a stem has at least, where what stands behind it is taken for its ending

  // How the index is written: what stands between texts of a column and between parts of a text, for a name that is the
  // title, and in an address for what the thing is called - in an anchor, before the number of a word of its line or of what it says.
  const [BETWEEN, WITHIN, ITSELF, CALLED] = ["\x7f", "|", "=", "~"];
  const NUMBERED = new RegExp(`${CALLED}(\\d+)`, "g");

  const results = [];
  // Words that say nothing, or only ask, in another language and are none of the dossier's own; how those in another
  // script sound; whether it says nothing at all.
  const [elsewhere, spelledElsewhere] = [new Map(), new Map()];
  let littleHere = new Set(); // words of the dossier's own language that say nothing or only ask
  const aims = []; // words that ask how many, when, for how long: as written, and how those in another script sound
  const sounds = new Map(); // how a stem in another script sounds -> the stems
  let silent = new Set(); // stems of words that say nothing, or only ask
  let comparing = new Set(); // stems of words that ask for what every question shows
  let questions = 0; // how many of them are
  // Where words stand: {result, worth, claim, isOwn, isAsked, roots}, claim -1 for titles and other words for them, isOwn
  // in the dossier's language, isAsked in the words in which readers ask for a claim.
  const places = [];
  const postings = new Map(); // stem -> numbers of places
  const written = new Map(); // stem -> words as written
  const roots = new Map(); // a word as written -> its stems
  const names = new Map(); // stems of a name -> numbers of the results that bear it
  const rarities = new Map();
  const titled = new Map(); // result -> the numbers of those that its title names, once they are asked for
  let others = 0; // places in another language
  let lengths = null; // of all results together, and of each, once they are asked for
  const listing = () => new MiniSearch({ idField: "word", fields: ["word"], tokenize: text => [text], processTerm: word => word });
  const vocabulary = listing();
  const usual = listing(); // words that the dossier's language uses every day and nothing here has
  const head = { words: {}, language: "en", about: { results: [], day: "", outlets: [] }, more: [], own: [], asked: [], longest: 1 };

  const setOf = (map, key) => map.get(key) || map.set(key, new Set()).get(key);
  const isQuestion = ({ kind }) => kind === "question";
  function place(result, worth, claim = -1, isOwn = true, isAsked = false) {
    others += !isOwn;
    return places.push({ result, worth, claim, isOwn, isAsked, roots: new Set() }) - 1;
  }

  /** The stems of a name, by which it is known. */
  const key = text => split(text).flatMap(({ text: whole, parts }) => (parts.length ? parts : [whole])).map(word => stems(word)[0]);

  /** Note that the words of a text stand in a place: whole, the parts they are made of, and the day they tell. */
  function post(text, language, at) {
    for (const { text: whole, parts, days } of split(text)) {
      days.forEach(day => stand(day, at));
      for (const word of [whole, ...parts]) {
        for (const root of new Set([word, fold(word)].map(each => stem(each, language)))) { // as it is typed without marks
          stand(root, at);
          note(fold(word), root);
        }
      }
    }
  }

  function stand(root, at) {
    if (places[at].roots.has(root)) return;
    places[at].roots.add(root);
    (postings.get(root) || postings.set(root, []).get(root)).push(at);
  }

  function note(word, root) {
    setOf(written, root).add(word);
    if (!roots.has(word)) vocabulary.add({ word });
    setOf(roots, word).add(root);
    if (isSpelled(root)) setOf(sounds, sound(root)).add(root);
  }

  /** The stems in another script of a word that somebody typed in Latin letters, with an ending of so many at most. */
  function heard(word, ending) {
    const whole = sound(word);
    const ends = Array.from({ length: ending + 1 }, (_, letters) => whole.length - letters).filter(end => end >= SHORTEST);
    return ends.flatMap(end => Array.from(sounds.get(whole.slice(0, end)) || []));
  }

  /** Note that a text says in other words what a result is about. */
  function say(n, text, language, worth = ALSO) {
    const at = place(n, worth, -1, language === head.language);
    results[n].sayings.push(at);
    post(text, language, at);
  }

  /** Note how a claim is said in another language, or asked for in the dossier's own. */
  function repeat(n, claim, text, language) {
    const isOwn = language === head.language;
    post(text, language, place(n, isOwn ? ASKED : CLAIM, claim, isOwn, isOwn));
  }

  /** Note that a result bears a name. */
  function call(n, name) {
    const called = key(name);
    say(n, name, head.language);
    if (!called.length) return;
    setOf(names, called.join(" ")).add(n);
    results[n].called.push(called);
    head.longest = Math.max(head.longest, called.length);
  }

  function add(result) {
    const n = results.push(result) - 1;
    questions += isQuestion(result);
    const { language, words } = head;
    Object.assign(result, { sayings: [], said: [], called: [], words: key(result.title) });
    if (isQuestion(result)) result.asks = { first: asks(result.title.split(/[,،]/)[0]), all: asks(result.title) };
    [result.title, result.heading].filter(Boolean).forEach(text => say(n, text, language, TITLE));
    (result.also || []).forEach(text => say(n, text, language));
    (result.names || []).forEach(name => call(n, name));
    const claims = result.claims || (result.teaser ? [["", result.teaser, "", ""]] : []);
    claims.forEach(([, line, says, quoted], claim) => {
      const counts = result.claims && /\d/.test(says) ? words.counting : ""; // it answers who asks how many, or when
      result.said.push(place(n, CLAIM, claim));
      post(says, language, result.said[claim]);
      post(`${line} ${quoted} ${counts}`, language, place(n, CLAIM, claim)); // who says it where, and in which words
    });
  }

  /** What a text asks for: how many, when, for how long; the numbers of the lists that have a word of it. */
  function asks(text) {
    const words = split(text).map(({ text: word }) => fold(word));
    const heard = words.filter(word => !roots.has(word) && !isUsual(word)).map(sound);
    return aims.flatMap(({ written, spelled }, n) => (words.some(word => written.has(word)) || heard.some(word => spelled.has(word)) ? [n] : []));
  }

  /** Note the words that ask, list by list. */
  function noteAims(lists) {
    lists.split("|").forEach((list, n) => {
      const { written, spelled } = aims[n] || (aims[n] = { written: new Set(), spelled: new Set() });
      list.trim().split(" ").filter(Boolean).map(fold).forEach(word => {
        written.add(word);
        if (isSpelled(word)) spelled.add(sound(word));
      });
    });
  }

  const inAddress = name => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const numbered = text => (text ? Number(text) : -1);
  const pairs = list => Array.from({ length: list.length / 2 }, (_, n) => list.slice(2 * n, 2 * n + 2));

  /** A claim as its question has it: its anchor may be the rest of that question's name. */
  function claimOf(page, [first, says, quoted, side, against]) {
    const [written, line] = first.split(WITHIN);
    const words = `${line} ${says}`.toLowerCase().match(/[a-z0-9]+/g) || [];
    const anchor = written.replace(NUMBERED, (_, number) => words[number]);
    return [anchor.startsWith("-") ? page + anchor : anchor, line, says, quoted, numbered(side), against ? against.split(WITHIN).map(Number) : []];
  }

  /** The results of a script: it holds them by field, their claims by part; texts of a column are one text. */
  function rows({ results: columns, said: saidColumns = [] }) {
    const column = values => (typeof values === "string" ? values.split(BETWEEN) : values);
    const fields = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, column(values)]));
    const said = saidColumns.map(column);
    let at = 0; // the claim that comes next
    return fields.address.map((address, n) => {
      const result = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[n]]).filter(([, value]) => value));
      if (result.names) result.names = result.names.split(WITHIN).map(name => (name === ITSELF ? result.title : name));
      const called = result.names ? result.names[0] : result.title;
      result.address = (address || "").replace(CALLED, inAddress(called));
      const page = result.address.replace(/\/?(#.*)?$/, "").split("/").pop();
      const claims = Array.from({ length: fields.claims[n] }, () => at++).map(claim => claimOf(page, said.map(part => part[claim])));
      if (result.also) result.also = result.also.split(WITHIN);
      if (result.sides) result.sides = pairs(result.sides.split(WITHIN)).map(([party, claim]) => [party, numbered(claim)]);
      return { ...result, claims: claims.length ? claims : undefined };
    });
  }

  const wordsIn = (...names) => names.flatMap(name => (head.words[name] || "").split(" "));
  const stemsOf = (...names) => new Set(wordsIn(...names).map(word => stem(word, head.language)));
  const folded = kept(text => new Set(text.split(" ").map(fold)));

  /** Take up which words say nothing, only ask, ask how many or when, or for an office, in another language. */
  function learn(language, { silent: little = "", asking = "", counting = "", office = "" }) {
    const isOwn = word => littleHere.has(word) || comparing.has(stem(word, head.language));
    const noteElsewhere = (words, isLittle) => words.split(" ").map(fold).filter(word => word && !isOwn(word)).forEach(word => {
      elsewhere.set(word, isLittle || !!elsewhere.get(word));
      if (isSpelled(word)) spelledElsewhere.set(sound(word), isLittle || !!spelledElsewhere.get(sound(word)));
    });
    noteElsewhere(little, true);
    noteElsewhere(asking, false);
    noteAims(counting);
    head.words.silent += ` ${little}`;
    head.words.office += ` ${office}`;
    little.split(" ").forEach(word => silent.add(stem(word, language)));
  }

  /** Take up a script of the index. */
  function take({ results: fields, said, others, little: theirs = {}, letters = {}, usual: common, ...first }) {
    Object.assign(head, first);
    spell(letters);
    if (first.words) {
      littleHere = new Set(wordsIn("silent", "asking").map(fold));
      noteAims(first.words.counting);
      [silent, comparing] = [stemsOf("silent", "asking", "comparing"), stemsOf("comparing")];
    }
    Object.entries(theirs).forEach(([language, words]) => learn(language, words));
    if (fields) rows({ results: fields, said }).forEach(add);
    if (common) usual.addAll(Array.from(new Set(common.split(" ").map(fold)), word => ({ word })));
    (others || []).forEach(([n, language, text, claim]) => {
      if (claim !== undefined) repeat(n, claim, text, language);
      else if (language) say(n, text, language);
      else call(n, text);
    });
    rarities.clear();
    titled.clear();
    lengths = null;
  }

  /**
   * Lists of places, each with those of the nearest kind only that all of them have: in a page's words, unless a reader's
   * are let in; in the dossier's language; in any.
   */
  function nearest(lists, isReaders = false) {
    const kinds = [({ isOwn, isAsked }) => isOwn && !isAsked, ({ isOwn }) => isOwn].slice(isReaders ? 1 : 0);
    for (const isOne of kinds) {
      const found = lists.map(list => list.filter(number => isOne(places[number])));
      if (found.every(({ length }) => length)) return found;
    }
    return lists;
  }

  /**
   * How much it tells that a question has what stands in these places: nothing if every question has it. What only
   * other results have is as telling as what one question has; what none has, as telling as can be.
   */
  function weigh(numbers) {
    // What was loaded besides, in a reader's words or for other languages, makes no word commoner.
    const having = new Set(nearest([Array.from(numbers)])[0].map(number => places[number].result));
    const asked = Array.from(having).filter(n => isQuestion(results[n])).length || Math.min(1, having.size);
    return Math.log(1 + (questions - asked + 0.5) / (asked + 0.5));
  }

  /** The same of a stem. */
  function rarity(root) {
    if (!rarities.has(root)) rarities.set(root, weigh(postings.get(root) || []));
    return rarities.get(root);
  }

  /** How many words of the dossier's language a result has, or all of them together; a word counts as much as its place is worth. */
  function length(n) {
    if (!lengths) {
      lengths = { all: 0, each: results.map(() => 0) };
      for (const { result, worth, roots } of places.filter(({ isOwn }) => isOwn)) {
        lengths.each[result] += worth * roots.size;
        lengths.all += worth * roots.size;
      }
    }
    return n === undefined ? lengths.all : lengths.each[n];
  }

  /** The numbers of the results that the title of one names. */
  function namedIn(n) {
    const { words } = results[n];
    const runs = () => words.flatMap((_, from) => Array.from({ length: Math.min(head.longest, words.length - from) }, (__, more) => words.slice(from, from + more + 1)));
    if (!titled.has(n)) titled.set(n, runs().flatMap(run => Array.from(names.get(run.join(" ")) || [])));
    return titled.get(n);
  }

  /** Where stems stand together: in one title, or one claim. */
  function where([first, ...rest]) {
    const others = rest.map(root => new Set(postings.get(root) || []));
    return (postings.get(first) || []).filter(number => others.every(having => having.has(number)));
  }

  function elsewhereIs(word) {
    if (elsewhere.has(fold(word))) return elsewhere.get(fold(word));
    return roots.has(fold(word)) || isUsual(word) ? undefined : spelledElsewhere.get(sound(word));
  }
  const isUsual = word => usual.has(fold(word));

  window.dossierIndex = take;
  window.dossierStore = {
    TITLE, CLAIM, head, key, length, namedIn, nearest, rarity, weigh, where,
    result: n => results[n],
    place: number => places[number],
    bearers: called => names.get(called.join(" ")),
    isKnown: root => postings.has(root),
    listed: name => folded(head.words[name] || ""),
    isSilent: root => silent.has(root),
    isComparing: root => comparing.has(root),
    isWritten: word => roots.has(word),
    written: root => Array.from(written.get(root) || []),
    rootsOf: words => Array.from(new Set(words.flatMap(word => Array.from(roots.get(word) || [])))),
    near: (word, options) => vocabulary.search(word, options).map(({ id }) => id),
    isLittle: word => littleHere.has(fold(word)),
    isElsewhere: word => elsewhereIs(word) !== undefined,
    saysNothingElsewhere: word => !!elsewhereIs(word),
    asks,
    heard,
    isUsual,
    hasUsual: () => usual.documentCount > 0,
    hasOthers: () => others > 0,
    usual: (word, options) => usual.search(word, options).map(({ id }) => id),
  };
})();
