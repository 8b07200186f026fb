// How a query is read: `dossierRead(query)` gives its units. Knows the words of the index, and ranks nothing.
//
// A unit is a name of the record, a day, or a word. It may be met in several forms: another name of the same thing, a
// word that it begins, or, if nobody knows it, words a slip or two away. It weighs the more the fewer results have it.
(() => {
  "use strict";

  const { fold, isCountry, isForeign, monthName, split, stem, stems } = window.dossierWords;
  const store = window.dossierStore;

  const OTHER = 0.7; // met under another name of the same thing: less than a title's author's own other words
  const BEGUN = 0.8; // met as the beginning of a word, while it is typed, or in one part of a word that nothing has whole
  const SLIP = 0.75; // met a slip away ...
  const GUESS = 0.5; // ... or two
  // As many letters must a word have that is a slip away from another: of shorter ones nearly any would be. One letter
  // for another makes more of them other words (price, prime) than one left out, or one too many.
  const LEFT_OUT = 5;
  const ANOTHER = 6;
  const TWO_SLIPS = 7;
  const ENDING = 3; // letters that a word of another language ends in, at most, ...
  const ENDING_ALONE = 1; // ... and where it is all that is typed, so that no name is taken for one
  const LONG = 3; // words that tell make a query a reader's own wording, for which those of other readers are loaded
  const QUOTED = 2; // a word in quotation marks is meant as it stands: it counts as two
  const MARKED = /"[^"]{3,}"|“[^”]{3,}”|«[^»]{3,}»|„[^“”]{3,}[“”]|(?<!\p{L})['‘][^'’]{3,}['’](?!\p{L})/gu;
  const SUBJECT = 0.2; // what a name, place or day of the event the whole dossier is about counts of its weight

  // Words of one or two letters are little words in most languages; those that are names are found as names.
  const isSilent = (word, silent) => silent.has(fold(word)) || /^\p{L}{1,2}$/u.test(word);
  const alone = (roots, sure, isDoubtful = false) => roots.map(root => ({ stems: [root], sure, isDoubtful }));

  /** What a word is with two neighbouring letters swapped, the commonest slip of all. */
  const swapped = word => Array.from(word.slice(1), (letter, n) => word.slice(0, n) + letter + word[n] + word.slice(n + 2));

  const rootsOf = word => (store.isWritten(word) ? store.rootsOf([word]) : stems(word).filter(store.isKnown));

  /** The words that one nobody wrote was most likely meant to be, as written, and how surely; people get the first letter right. */
  function meant(word, silent) {
    const within = far => store.near(word, { fuzzy: far }).filter(other => other[0] === word[0]);
    const isSlip = other => (other.length === word.length ? word.length >= ANOTHER : Math.max(other.length, word.length) >= LEFT_OUT && Math.min(other.length, word.length) >= LEFT_OUT - 1);
    const looks = [
      [SLIP, () => (word.length < LEFT_OUT - 1 ? [] : swapped(word).filter(other => store.isKnown(stems(other)[0]) || silent.has(other)))],
      [SLIP, () => within(1).filter(isSlip)],
      [GUESS, () => (word.length < TWO_SLIPS ? [] : within(2))],
    ];
    // A usual word is no slip; one that has it with an ending may be the same.
    const isMeant = other => !store.isUsual(word) || (word.length >= ANOTHER && word.startsWith(other));
    for (const [sure, look] of looks) {
      const words = look().filter(isMeant);
      if (words.length) return { words, sure };
    }
    return { words: [], sure: 0 };
  }

  /** Whether a word is no usual one of the language, made of none by an ending, nor a slip away from one. */
  const isUnheardOf = word => store.hasUsual() && word.length >= LEFT_OUT - 1 && !stems(word).some(store.isUsual)
    && ![store.usual, store.near].some(look => look(word, { fuzzy: word.length < TWO_SLIPS ? 1 : 2 }).some(other => other[0] === word[0]))
    && !swapped(word).some(store.isUsual);

  /** Whether a unit names what the whole dossier is about: its event, the place or the day of that. */
  const isSubject = ({ bearers, forms, isDay }) => (isDay ? forms.some(({ stems: roots }) => roots.includes(store.head.about.day))
    : !!bearers && store.head.about.results.some(n => bearers.has(n)));

  /** Whether a word is too short for a slip to be looked for in it, and is most likely one: no usual word of the language. */
  const isSlip = word => word.length < LEFT_OUT - 1 && store.hasUsual() && !store.isUsual(word);

  /**
   * How long an ending may be of words in Latin letters for those of another script, none where a query is not in such:
   * where more of its words that nobody here writes sound like words of one than there are words of the dossier's own
   * language that sound like none. Names and numbers are of none. One word may be a name.
   */
  function endingOf(list, keys, silent) {
    const words = list.filter((_, n) => !store.bearers(keys[n])).map(({ text }) => fold(text)).filter(word => word.length > 2 && /\p{L}/u.test(word));
    const isOwn = word => store.isWritten(word) || store.isUsual(word) || silent.has(word);
    const isHeard = word => store.isElsewhere(word) || store.heard(word, ENDING).length > 0;
    const others = words.filter(word => !isOwn(word) && isHeard(word));
    if (others.length <= words.filter(word => isOwn(word) && !isHeard(word)).length) return -1;
    return others.length > 1 ? ENDING : ENDING_ALONE;
  }

  /** The forms of a word: as it is, in its parts, begun, in Latin letters for its own, or a slip away; null where it was to be a word of no weight. */
  function formsOf({ text, parts }, silent, isLast, ending) {
    const inParts = parts.map(part => stems(part).find(store.isKnown));
    const together = parts.length && inParts.every(Boolean);
    const known = alone(stems(text).filter(store.isKnown), 1).concat(together && store.where(inParts).length ? { stems: inParts, sure: 1 } : []);
    if (together && !known.length) return alone(inParts, BEGUN);
    if (known.length && store.isWritten(fold(text))) return known;
    const begun = !known.length && isLast && text.length > 2 ? store.near(fold(text), { prefix: true }) : [];
    if (begun.length) return alone(store.rootsOf(begun), BEGUN);
    const heard = known.length ? [] : store.heard(text, ending);
    if (heard.length) return alone(heard, OTHER);
    // A slip may have the stem of another word by chance: of one that nobody wrote so, both may be meant.
    const { words, sure } = meant(fold(text), silent);
    if (!known.length && words.some(other => silent.has(other))) return null;
    const roots = new Set(words.filter(other => !silent.has(other)).flatMap(rootsOf));
    known.flatMap(({ stems: own }) => own).forEach(root => roots.delete(root));
    return known.concat(alone(Array.from(roots), sure, text.length < TWO_SLIPS));
  }

  /** The longest name that begins with a word, given the stems of each: {own, bearers, length}. */
  function nameAt(keys, from) {
    for (let to = Math.min(keys.length, from + store.head.longest); to > from; to--) {
      const own = keys.slice(from, to).flat();
      const bearers = store.bearers(own);
      if (bearers) return { own, bearers, length: to - from };
    }
    return null;
  }

  function named({ own, bearers, length }) {
    const others = Array.from(bearers).flatMap(n => store.result(n).called);
    return { own, bearers, length, forms: [{ stems: own, sure: 1 }, ...others.map(other => ({ stems: other, sure: OTHER }))] };
  }

  /** Where one of the forms stands: number of the place -> how surely it was meant. */
  function meet(forms) {
    const found = new Map();
    for (const { stems: roots, sure } of forms) {
      for (const number of store.where(roots)) if (!(found.get(number) >= sure)) found.set(number, sure);
    }
    return found;
  }

  /** Units without those that say again what one before them says: asked twice is not asked for more. */
  function once(units) {
    const said = ({ forms, text }) => (forms.length ? forms[0].stems.join(" ") : fold(text));
    return units.filter((unit, n) => units.findIndex(other => said(other) === said(unit)) === n);
  }

  /** The stems of what stands in quotation marks in a query. */
  const quotedIn = query => new Set(split((query.match(MARKED) || []).join(" ")).flatMap(({ text, parts }) => [text, ...parts]).flatMap(stems));

  /** What is known of a unit once its forms are, given what was quoted. */
  function weighed(unit, quoted) {
    const found = meet(unit.forms);
    const isQuoted = unit.forms.length > 0 && unit.forms[0].stems.every(root => quoted.has(root));
    return {
      length: 1, ...unit, found,
      sure: Math.max(0, ...unit.forms.map(({ sure }) => sure)),
      isDoubtful: unit.forms.length > 0 && unit.forms.every(({ isDoubtful }) => isDoubtful),
      isUnknown: !unit.forms.some(({ sure }) => sure === 1 || sure === BEGUN),
      // A name weighs what its words weigh together; other names of a thing do not make it commoner.
      weight: (isQuoted ? QUOTED : 1) * (unit.own ? unit.own.reduce((sum, root) => sum + store.rarity(root), 0) : store.weigh(found.keys())),
    };
  }

  /**
   * The units of a query, each with its forms, where they stand (`found`), its weight, whether it only asks
   * (`isAsking`), asks for an office (`isOffice`), is a short word taken for another (`isDoubtful`), is a day (`isDay`),
   * names what nothing here tells of (`isStrange`) or may do so, being no usual word (`isUnheardOf`), and, of a word, as
   * it was typed (`typed`) and, of a name, who bears it.
   * `isMore` says whether there is more to the query than its units, `isLong` whether it is a wording and not a few words,
   * `isGuessed` whether a word was taken for a little one, `isOfOthers` whether it is in another language or script.
   */
  window.dossierRead = query => {
    const list = split(query);
    const isOpen = !/[\s?!.]$/.test(query); // the last word may not be complete yet
    const [silent, asking, office] = ["silent", "asking", "office"].map(store.listed);
    const { language } = store.head;
    const isOther = ({ text, parts }) => isForeign(parts[0] || text, language); // in another script
    const keys = list.map(({ text, parts }) => store.key(parts.length ? parts.join(" ") : text));
    const ending = endingOf(list, keys, silent);
    const units = [];
    let isGuessed = false; // whether a word was taken for a little one with a slip
    for (let n = 0; n < list.length; n++) {
      const word = list[n];
      const name = nameAt(keys, n);
      if (word.days.length) units.push({ typed: word.typed, forms: alone(word.days, 1), isDay: true });
      else if (word.isDated) continue; // the number of a day, for which its month speaks
      else if (word.month) units.push({ typed: word.typed, forms: alone([stem(monthName(word.month, language), language)], 1), isDay: true });
      else if (name && (name.length > 1 || !silent.has(fold(word.text)))) {
        units.push(named(name));
        n += name.length - 1;
      } else if (!isSilent(word.text, silent) && !store.saysNothingElsewhere(word.text)) {
        const forms = formsOf(word, silent, isOpen && n === list.length - 1, ending);
        isGuessed = isGuessed || !forms;
        const isComparing = store.isComparing(stem(word.text, language));
        if (forms) units.push({ text: word.text, typed: word.typed, parts: word.parts, forms, isAsking: isComparing || asking.has(fold(word.text)), isComparing, isOffice: office.has(fold(word.text)), isCapital: n > 0 && /^\p{Lu}/u.test(word.text), isForeign: isOther(word) });
      }
    }
    const quoted = quotedIn(query);
    const all = once(units).map(unit => weighed(unit, quoted));
    // A query finds the same, whatever was loaded for another before.
    const isLong = all.filter(({ isAsking }) => !isAsking).length >= LONG;
    // What is typed in another script or language, or as it sounds, may stand in a page's words as a name or a
    // quotation; what is asked so stands in readers' words alone. Of a language its little words tell.
    const isSpelled = ending > ENDING_ALONE; // one word that sounds so may be a name
    const hasElsewhere = list.some(({ text }) => store.isElsewhere(text));
    const isOfOthers = isSpelled || list.some(isOther) || (hasElsewhere && !list.some(({ text }) => store.isLittle(text)));
    const places = all.map(({ found }) => Array.from(found.keys()));
    const met = isOfOthers ? places : store.nearest(places, isLong);
    all.forEach((unit, n) => { unit.found = new Map(met[n].map(number => [number, unit.found.get(number)])); });
    // Beside other words, those name what every question is about.
    const subjects = all.filter(unit => unit.isComparing || isSubject(unit));
    if (all.some(unit => unit.found.size && !unit.isAsking && !subjects.includes(unit))) subjects.forEach(unit => Object.assign(unit, { weight: unit.weight * SUBJECT, isSubject: true }));
    // A query in another language, as its little words or its letters tell, may well have words that nobody lists here.
    const isOwn = !isSpelled && !hasElsewhere && !list.some(({ text }) => isForeign(text, language) || text.toLowerCase() !== fold(text));
    const isNoneHere = word => store.hasUsual() && isCountry(word, language); // though its name may be a usual word: Chad
    all.filter(({ found, text }) => !found.size && text).forEach(unit => {
      unit.isUnheardOf = isOwn && (unit.parts.length ? unit.parts : [unit.text]).map(fold).some(isUnheardOf);
      unit.isStrange = isOwn ? isNoneHere(fold(unit.text)) || (unit.isUnheardOf && unit.isCapital) : unit.isCapital && unit.isForeign;
      unit.isSlip = isSlip(fold(unit.text));
    });
    return { units: all, isGuessed, isLong, isOfOthers, isMore: units.reduce((sum, { length = 1 }) => sum + length, 0) < list.length };
  };
})();
