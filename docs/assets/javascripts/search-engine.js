// Finds entries. Knows the index (search/index.js) and MiniSearch, and no page: dossierSearch(query) gives what to show.
//
// A query is taken word by word. Each word looks for itself in all fields, for other words of the same thing ("truce"
// for a ceasefire: `names` in the index), for words it begins, and, if nobody knows it, for words a slip or two away.
// An entry counts by how much of the query it has, rare words more than common ones; an entry that has less than
// ENOUGH of it is no result, so that a question on something else finds nothing instead of anything.
(() => {
  "use strict";

  const ENOUGH = 0.5;
  const MOST = 30;
  const FIELDS = { title: 3, names: 4, also: 1, text: 1, question: 1.5, about: 1, by: 2 };
  const OTHER_WORD = 0.85; // another word of the same thing
  const PART_OF_NAME = 0.7; // one word of a name of several
  const BEGINS = 0.85;
  const SLIP = 0.8;
  const RANKED = 0.3; // how much it matters where and how often an entry has a word, against that it has it
  const ASKED = 1.25; // who, when, how many: asked, and answered by the entry
  const TOGETHER = 0.15; // the words of the query next to each other
  const PHRASED = ["title", "names", "also", "text", "question"];
  const TITLE = 1.3; // a title in so many words
  const SPOKEN = 1.5; // said by the one whose words are asked for
  const FEW = 6; // entries
  const STEPS = 40; // what differs by less than a step of the score is shown in the order of the index

  // Words as they are compared: without marks and case, without endings, British and American alike.

  const fold = text => text.normalize("NFKD").replace(/[\p{M}'’ʼ`]/gu, "").toLowerCase()
    .replace(/ı/g, "i").replace(/є/g, "е").replace(/і/g, "и").replace(/ґ/g, "г").replace(/(\d),(?=\d{3})/g, "$1");

  const NUMBERS = Object.assign(Object.create(null), {
    one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10",
    hundred: "100", thousand: "1000", "1st": "first", "2nd": "second", "3rd": "third",
  });

  const ENDINGS = [
    [/is(e|ed|es|ing|ation|ations)$/, "iz$1"],
    [/(..)our(s|ed|ing)?$/, "$1or$2"],
    [/enc(es?)$/, "ens$1"],
    [/tre(s?)$/, "ter$1"],
    [/ies$/, "y"],
    [/([^su])s$/, "$1"],
    [/(...)(ed|ing)$/, "$1"],
    [/(....)(ment|al|ion)$/, "$1"],
    [/(..)e$/, "$1"],
    [/y$/, "i"],
    [/(.)\1$/, "$1"],
  ];

  const stems = new Map();
  const stem = word => {
    if (!stems.has(word)) {
      stems.set(word, NUMBERS[word]
        || (/^[a-z]{4,}$/.test(word) ? ENDINGS.reduce((found, [ending, to]) => found.replace(ending, to), word) : word));
    }
    return stems.get(word);
  };

  const SILENT = new Set(("a an the of to in on at for from with by and or as is are was were be been am do does did has have had "
    + "will would can could should shall might must it its this that these those there their they them he she his her him "
    + "we our us you your i me my if so than then into out up what which whose who whom when where why how many much "
    + "tell about please any some happen happened happens get got give").split(" "));
  // What somebody did who is asked for by name: then the name counts, and what they said.
  const SAYING = new Set("say said says saying tell told think thinks thought claim claimed claims state stated statement statements "
    .concat("words comment comments react reaction opinion view").split(" "));
  const ASKING = [
    [/\bhow (many|much)\b|\bnumber of\b/, "?many"],
    [/\bhow long\b|\bduration\b/, "?long"],
    [/\bwho(m|se)?\b/, "?who"],
    [/\bwhen\b|\b(what|which) (time|date|day)\b/, "?when"],
    [/\bwhere\b/, "?where"],
    [/\bwhy\b/, "?why"],
    [/^what (is|are|does)\b|\bmean(s|ing)?\b|\bdefinition\b/, "?what"],
  ];

  const split = text => fold(text).replace(/\bhow (many|much|long)\b|\b(take|takes|took|taken) place\b/g, " ").match(/[\p{L}\p{N}]+/gu) || [];
  const words = text => split(text).filter(word => !SILENT.has(word)).map(stem);
  const asks = text => ASKING.filter(([pattern]) => pattern.test(fold(text))).map(([, sign]) => sign);

  // The index

  const items = window.dossierIndex;
  const ids = items.map(({ address = "" }) => address.split("#")[1] || "");
  const things = new Map(); // a name, as words, to the ids of what is called so
  const longest = items.reduce((most, item, n) => (item.names || []).reduce((length, name) => {
    const key = words(name);
    if (key.length) things.set(key.join(" "), (things.get(key.join(" ")) || new Set()).add(ids[n]));
    return Math.max(length, key.length);
  }, most), 0);

  /** The names in a list of words: where each stands, and the ids of what is called so. */
  const named = list => list.flatMap((_, from) => Array.from({ length: Math.min(longest, list.length - from) }, (_, more) => from + more + 1)
    .map(to => ({ from, to, ids: things.get(list.slice(from, to).join(" ")) })).filter(found => found.ids));

  const counts = new Map(); // in how many entries a word stands
  const sign = id => `#${id}`;
  const entries = items.map((item, n) => {
    const fields = {
      title: words(item.title),
      names: (item.names || []).flatMap(words),
      also: (item.also || []).flatMap(words),
      text: words(`${item.teaser || ""} ${item.text || ""}`),
      question: words(item.question || "").concat(asks(item.question || ""), asks(item.title)),
      by: (item.by || []).map(sign),
    };
    const found = ["title", "text"].flatMap(field => named(fields[field])).flatMap(name => Array.from(name.ids));
    fields.about = Array.from(new Set((item.about || []).concat(found)), sign);
    new Set([].concat(...Object.values(fields))).forEach(word => counts.set(word, (counts.get(word) || 0) + 1));
    return Object.keys(fields).reduce((entry, field) => Object.assign(entry, { [field]: fields[field].join(" ") }), { n });
  });
  const mini = new window.MiniSearch({
    idField: "n", fields: Object.keys(FIELDS), tokenize: text => text.split(" "), processTerm: term => term,
    searchOptions: { boost: FIELDS, bm25: { k: 1.2, b: 0.5, d: 0.3 } },
  });
  mini.addAll(entries);

  // A query

  const speaking = new Set(items.flatMap(item => item.by || []));
  // How far a thing goes ahead when the query is its name; a term, where few entries tell more of it than its own.
  const leads = n => (items[n].kind === "Term" && counts.get(sign(ids[n])) <= FEW ? 2 : items[n].lead || 1);
  const rarity = count => Math.log(1 + items.length / Math.max(count, 1));

  /** How many letters to change, add, drop or swap with their neighbour to make one word of another; `most` + 1 if more. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** What a word is with two neighbouring letters swapped. */
  const swapped = word => new Set(word.length < 3 ? [] : Array.from(word).slice(1)
    .map((letter, n) => word.slice(0, n) + letter + word[n] + word.slice(n + 2)).filter(other => other !== word));

  /** The known word that an unknown one was most likely meant to be; of equally near ones the commonest. */
  function meant(word) {
    const most = word.length > 7 ? 2 : word.length > 4 ? 1 : 0;
    const swaps = swapped(word);
    let best = { far: Math.max(most, 1) + 1 };
    for (const [other, count] of counts) {
      const far = swaps.has(other) ? 1 : most && other[0] === word[0] ? distance(word, other, most) : Infinity;
      if (far < best.far || (far === best.far && count > best.count)) best = { other, far, count };
    }
    return best.other;
  }

  const isSilent = word => SILENT.has(word) || (!counts.has(stem(word)) && Array.from(swapped(word)).some(other => SILENT.has(other)));

  const isBegun = word => word.length > 2 && mini.search(word, { prefix: true }).length > 0;

  /** A query's words, each with the ids of what it, or a name it belongs to, stands for. */
  function read(query) {
    const spoken = split(query).filter(word => !isSilent(word));
    const isOpen = !/[\s?]$/.test(query); // the last word may not be complete yet
    let list = spoken.map((word, n) => ({ word: stem(word), isSaying: SAYING.has(word), isLast: isOpen && n === spoken.length - 1, sure: 1 }));
    list = list.reduce((joined, next) => { // cease fire, air fields
      const last = joined[joined.length - 1];
      const both = last && stem(last.word + next.word);
      return both && counts.has(both) && !things.has(`${last.word} ${next.word}`)
        ? joined.slice(0, -1).concat({ ...next, word: both }) : joined.concat(next);
    }, []);
    list = list.map(entry => {
      if (counts.has(entry.word) || (entry.isLast && isBegun(entry.word))) return entry;
      const other = meant(entry.word);
      return other ? { ...entry, word: other, sure: SLIP } : entry;
    });
    const names = named(list.map(({ word }) => word));
    const speakers = new Set(names.flatMap(name => Array.from(name.ids)).filter(id => speaking.has(id)));
    const about = list.filter(({ isSaying }) => !isSaying);
    if (speakers.size && about.length && about.length < list.length) return { ...read(about.map(({ word }) => word).join(" ")), speakers };
    list.forEach((entry, n) => {
      const over = names.filter(name => name.from <= n && n < name.to);
      const most = over.reduce((length, name) => Math.max(length, name.to - name.from), 0);
      entry.isName = most > 1;
      entry.ids = new Set(over.filter(name => name.to - name.from === most).flatMap(name => Array.from(name.ids)));
    });
    const whole = names.filter(name => name.from === 0 && name.to === list.length).flatMap(name => Array.from(name.ids));
    return { list, whole: new Set(whole), speakers: /^what (did|does|do|has|had|will|would)\b/.test(fold(query)) ? speakers : new Set() };
  }

  /** Which entries have a word: a map from their numbers to how surely it was meant, and to how well they have it. */
  function matches({ word, ids, isName, isLast, sure }) {
    const found = new Map();
    const add = (results, worth) => {
      const top = results.reduce((most, { score }) => Math.max(most, score), 0);
      results.forEach(({ id, score }) => {
        const well = worth * (1 - RANKED + RANKED * score / top);
        if (!found.has(id) || found.get(id).well < well) found.set(id, { worth, well });
      });
    };
    const isKnown = counts.has(word);
    if (isKnown) add(mini.search(word), isName ? PART_OF_NAME : sure);
    if (ids.size) add(mini.search(Array.from(ids, sign).join(" ")), !isKnown || isName ? sure : OTHER_WORD * sure);
    if (word.length > (isLast ? 2 : 3) && (isLast || !found.size)) {
      add(mini.search(word, { prefix: true }).filter(({ terms }) => terms.some(term => term !== word)), BEGINS);
    }
    return found;
  }

  /** The results of a query, best first: `items`, the stems to mark on the page, and what is `near` where nothing is found. */
  function search(query) {
    const { list, whole, speakers } = read(query);
    const asked = asks(query);
    const asking = new Set(asked.length ? mini.search(asked.join(" "), { fields: ["question"] }).map(({ id }) => id) : []);
    const asWords = list.map(({ word }) => word).join(" ");
    const scores = new Map();
    let sum = 0;
    list.forEach(entry => {
      const found = matches(entry);
      const weight = rarity(counts.get(entry.word) || found.size);
      sum += weight;
      found.forEach(({ worth, well }, n) => {
        const before = scores.get(n) || { part: 0, score: 0 };
        scores.set(n, { part: before.part + weight * worth, score: before.score + weight * well });
      });
    });
    if (!list.length) asking.forEach(n => scores.set(n, { part: 1, score: 1 })); // "how long" and no more
    const all = sum || 1;
    const pairs = list.slice(1).map(({ word }, n) => [` ${list[n].word} ${word} `, ` ${word} ${list[n].word} `]); // list of children
    const together = n => pairs.filter(either => either.some(pair => PHRASED.some(field => ` ${entries[n][field]} `.includes(pair)))).length
      / (pairs.length || 1);
    const enough = Array.from(scores).filter(([, { part }]) => part / all >= ENOUGH).map(([n, { part, score }]) => {
      const { boost = 1, by = [] } = items[n];
      const isWhole = whole.has(ids[n]);
      const factors = [
        part / all, score / all, 1 + TOGETHER * together(n),
        isWhole ? leads(n) : boost,
        asking.has(n) ? ASKED : 1,
        asking.has(n) && isWhole ? 2 : 1,
        by.some(id => speakers.has(id)) ? SPOKEN : 1,
        list.length > 1 && entries[n].title === asWords ? TITLE : 1,
      ];
      return { n, rank: Math.round(STEPS * factors.reduce((product, factor) => product * factor)) };
    }).sort((a, b) => b.rank - a.rank || a.n - b.n);
    const stemmed = list.map(({ word }) => word);
    return { items: enough.slice(0, MOST).map(({ n }) => items[n]), stems: stemmed, near: enough.length ? [] : near(stemmed) };
  }

  /** Entries with names that are like the words of a query. */
  const near = list => mini.search(list.join(" "), { fields: ["names"], prefix: true, fuzzy: 0.35 }).slice(0, 5).map(({ id }) => items[id]);

  window.dossierSearch = search;
})();
