// How a text falls into words, and which words are the same: `dossierWords`. Knows no page and no index.
//
// A word is compared as it is written, without marks and case; then by its stem, as the stemmers of its script make it.
// Nothing here is a table of a language's endings: stems are the stemmers', names of months the browser's.
(() => {
  "use strict";

  // Letters that Unicode does not take apart, as people type them who have no such key.
  const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };
  // Which stemmers know words of a script, the first of them first.
  const STEMMERS = [[/^\p{sc=Latin}+$/u, ["en", "tr"]], [/^\p{sc=Cyrillic}+$/u, ["ru", "uk"]]];
  const LANGUAGES = ["en", "ru", "uk", "tr"];
  const LETTERS_OF_CODES = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"); // two of which are a country's code
  const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
  // A run of letters or digits with what may stand within one: l'ONU, all-for-all, 6,000, 14:43.
  const RUN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`‐‑-][\p{L}\p{N}\p{M}]+|(?<=\p{N})[.,:/\u00a0\u202f](?=\p{N})[\p{N}]+)*/gu;
  const DATES = [ // year-month-day; day.month, in two digits, so that 1.5 is a number; day/month or month/day
    [/^\d{4}-(\d{1,2})-(\d{1,2})$/, (month, date) => [day(month, date)]],
    [/^(\d{1,2})\.(0\d|1[0-2])(?:\.\d{2,4})?$/, (date, month) => [day(month, date)]],
    [/^(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?$/, (one, other) => [day(other, one), day(one, other)]],
  ];

  /** A function of one thing that works out what it gives for each but once. */
  const kept = make => {
    const known = new Map();
    return given => {
      if (!known.has(given)) known.set(given, make(given));
      return known.get(given);
    };
  };

  const fold = kept(word => word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[łøđðıßæœþ]/g, letter => LETTERS[letter]));

  /** All stems a word may have: that of the first stemmer of its script first; of a word of no such script, itself. */
  const stems = kept(word => {
    const lower = word.normalize("NFC").toLowerCase();
    const [, languages] = STEMMERS.find(([script]) => script.test(lower)) || [null, []];
    const found = languages.filter(language => window.dossierStemmers[language])
      .map(language => fold(window.dossierStemmers[language](lower)));
    return Array.from(new Set(found.length ? found : [fold(word)]));
  });
  const stemsIn = Object.fromEntries(LANGUAGES.map(language => [language, kept(word => {
    const lower = word.normalize("NFC").toLowerCase();
    const isOf = STEMMERS.some(([script, languages]) => languages.includes(language) && script.test(lower));
    return isOf && window.dossierStemmers[language] ? fold(window.dossierStemmers[language](lower)) : fold(word);
  })]));
  /** The stem of a word of a text in a language; without a stemmer for it, the word. */
  const stem = (word, language) => (stemsIn[language] ? stemsIn[language](word) : fold(word));

  // How letters of other scripts are written in Latin ones, as the index tells; then what those who write so vary.
  const letters = new Map();
  const VARIED = [[/['’ʼ]/g, ""], [/shch|sch/g, "sh"], [/[yj]/g, "i"], [/kh/g, "h"], [/(?<![csz])h/g, "g"], [/t[sz]/g, "c"], [/w/g, "v"], [/ie/g, "e"],
    [/(.)\1+/g, "$1"]];
  const isSpelled = word => Array.from(word).some(sign => letters.has(sign));
  /** How a word sounds, roughly: the same of a word in another script and of it in Latin letters, as people type it. */
  const sound = word => VARIED.reduce((text, [pattern, one]) => text.replace(pattern, one), Array.from(fold(word), sign => letters.get(sign) || sign).join(""));

  /** Whether a word is in a script that a language is not written in, as far as the stemmers know scripts. */
  const isForeign = (word, language) => STEMMERS.some(([script, languages]) => !languages.includes(language) && script.test(word.normalize("NFC")));

  // Months, as the browser names them: alone and in a date, in full and short.
  const monthNames = (language, form) => {
    const format = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2001, month, 1)).find(({ type }) => type === "month").value.replace(/\.$/, ""));
  };
  const monthName = (month, language) => monthNames(language, { month: "long" })[month - 1];
  const months = new Map();
  const spelledMonths = new Map(); // those of a script that is written in Latin letters too
  const LONG = [{ month: "long" }, { month: "long", day: "numeric" }];
  const noteMonths = (list, form, wordsOf) => LANGUAGES.forEach(language => monthNames(language, form).forEach((name, month) => {
    for (const word of name.length > 2 ? wordsOf(name) : []) list.set(word, list.get(word) || month + 1);
  }));
  [...LONG, { month: "short" }].forEach(form => noteMonths(months, form, name => [fold(name), ...stems(name)]));
  const bare = word => sound(word).replace(/(?<=.{3})[aeiou]$/, ""); // without the vowel that most cases end in
  const spelledMonth = word => spelledMonths.get(sound(word)) || spelledMonths.get(bare(word));
  const monthOf = word => months.get(fold(word)) || spelledMonth(word) || (/^\p{sc=Latin}+$/u.test(word) ? undefined : stems(word).map(root => months.get(root)).find(Boolean));
  const day = (month, date) => (month >= 1 && month <= 12 && date >= 1 && date <= 31
    ? `${String(month).padStart(2, "0")}/${String(date).padStart(2, "0")}` : null);

  /** Whether a word is in a country's name, as the browser lists these in a language. */
  const isCountry = (word, language) => countries(language).has(fold(word));
  const countries = kept(language => {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    const codes = LETTERS_OF_CODES.flatMap(first => LETTERS_OF_CODES.map(second => first + second));
    return new Set(codes.flatMap(code => (names.of(code) || "").match(/\p{L}{4,}/gu) || []).map(fold));
  });

  /** Take up how letters are written in Latin ones; months may be written so too. */
  function spell(more) {
    Object.entries(more).forEach(([sign, latin]) => letters.set(sign, latin));
    LONG.forEach(form => noteMonths(spelledMonths, form, name => (isSpelled(fold(name)) ? [sound(name), bare(name)] : [])));
  }

  /** The parts of a run in a script that sets no spaces. */
  const segments = text => (Intl.Segmenter
    ? Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)).filter(part => part.isWordLike).map(part => part.segment)
    : Array.from(text));

  /**
   * The words of a text, in order. `text` is the word without the marks within it, `typed` with them; `parts` are the
   * words it is made of, where it is made of several; `days` are the days of the year that it tells, such as `06/16`:
   * two where it may be read two ways. A number that a month makes a day of is dated as well, and so is the month,
   * which then has the whole date as typed.
   */
  function split(text) {
    const runs = text.replace(UNSPACED, run => ` ${segments(run).join(" ")} `).match(RUN) || [];
    const words = runs.map(run => {
      const [pattern, read] = DATES.find(([each]) => each.test(run)) || [];
      const days = pattern ? read(...pattern.exec(run).slice(1).map(Number)).filter(Boolean) : [];
      if (days.length) return { text: run, typed: run, parts: [], days: Array.from(new Set(days)) };
      const number = run.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "");
      const parts = number.split(/['’ʼ`‐‑-]/);
      return { text: parts.join(""), typed: run, parts: parts.length > 1 ? parts.filter(part => part.length > 1 || /\d/.test(part)) : [], days: [] };
    });
    words.forEach((word, n) => { // 16 June, June 16, the 16th of June
      const month = monthOf(word.text);
      if (!month) return;
      word.month = month;
      const before = /^\p{L}{1,2}$/u.test(words[n - 1]?.text || "") ? words[n - 2] : words[n - 1];
      const date = [before, words[n + 1]].find(near => near && /^\d{1,2}(st|nd|rd|th)?$/i.test(near.text) && !near.isDated);
      const found = date && day(month, parseInt(date.text, 10));
      if (!found) return;
      const between = [n, words.indexOf(date)].sort((a, b) => a - b);
      word.typed = words.slice(between[0], between[1] + 1).map(({ typed }) => typed).join(" ");
      [word.days, word.isDated, date.isDated] = [[found], true, true];
    });
    return words;
  }

  window.dossierWords = { fold, isCountry, isForeign, isSpelled, kept, monthName, sound, spell, split, stem, stems };
})();
