// Ranks: `dossierSearch(query)` gives the best results. Knows what is in the index, and no page.
//
// 1  A result is worth what it has of the query: in its title, in other words for its title, and in ONE of the claims
//    under it, since words that are scattered over a page answer nothing. The more of its claims have it, the better;
//    and the more, the nearer one of the sayings it is about is to what is asked, as a whole. Between near equals it
//    decides how likely what is asked is in all that a question says.
// 2  Who types a name and nothing else means the thing: it comes first; so does a person of whom the office is asked.
// 3  A result that has too little of the query is none; nor is there one on somebody or something that nothing here names.
//    A word that nobody has heard of may be such a name, unless several others are answered together.
(() => {
  "use strict";

  const { kept } = window.dossierWords;
  const store = window.dossierStore;

  const PAGE = 0.2; // what it adds that all claims on a question have a unit, and not one of them
  const FOCUS = 2; // what it adds that a title, or other words for it, says what is asked and nothing else
  const WEIGHT = 0.06; // what a step of a question's weight adds: it decides between near equals ...
  const ALONE = 2; // ... and so many times that where one word is asked, which names a topic and no question on it
  // A person or an event when more is asked than its name, and our own prose: a question has it in everybody's words.
  const KINDS = { question: 1 };
  const OTHER_KIND = 0.6;
  const ENOUGH = 0.5; // the part of what is asked, by weight, that a result has to have more than ...
  const SEVERAL = 2; // ... or as many telling words in its title and one claim, however long the query is
  const CLEAR = 3; // ... and so many tell that a word that nobody has heard of is a slip, or made up, and names nobody
  const LEAST = 0.4; // where something is asked that nothing here has, a result has this part of the whole at least, or several telling words in its title
  const AIM = 0.45; // what it adds that a question asks how many, when or for how long, as the query does; half of that if in passing
  const LIKELY = 0.05; // how much it tells how likely what is asked is in all that a question says ...
  // ... and how much of a word's likelihood is that in all questions: more than half, as suits queries of many words
  // (Zhai and Lafferty, "A study of smoothing methods for language models", ACM Transactions on Information Systems, 2004).
  const SMOOTH = 0.6;
  const ELSEWHERE = 0.9; // what a result is worth of itself that has not the day or place of the event, where these are asked for
  const ANOTHER = 0.95; // ... and a question on an event besides the one that the dossier is on, where neither it nor a day is asked for
  const TELLING = 1.3; // weight of a unit that about one question in four has
  const COMMON = 0.7; // weight of a word that most results have
  const NAME = 0.5; // what a name counts of its weight
  const SLIP = 0.5; // a word that is surer than this is none that was guessed
  const FAR = 0.15; // results worth less than this part of the best are left out
  const MOST = 20;
  const NEAREST = 5; // questions offered where nothing is found
  const LEADS = ["person", "body", "place", "party", "outlet", "event", "term"]; // which thing of one name is meant first
  const EXPLAINED = ["event", "term"]; // on these a question says more

  const sum = (list, value) => list.reduce((total, each, n) => total + value(each, n), 0);

  /**
   * What a result has of each unit: in its head, in each claim, and in which part of its claims. Of other words for its
   * title a unit counts the more, the more of the saying is asked for: one word of a long one is half an answer.
   */
  function have(units, { claims }, met, precise) {
    const head = units.map(() => 0);
    const share = units.map(() => 0);
    const inClaim = new Map();
    for (const { unit, claim, worth, number } of met) {
      if (claim < 0) head[unit] = Math.max(head[unit], worth >= store.TITLE ? worth : worth * (1 + precise(number)) / 2);
      else {
        const having = inClaim.get(claim) || inClaim.set(claim, units.map(() => 0)).get(claim);
        if (!having[unit]) share[unit] += 1 / (claims ? claims.length : 1);
        having[unit] = Math.max(having[unit], worth);
      }
    }
    return { head, share, inClaim: inClaim.size ? inClaim : new Map([[-1, units.map(() => 0)]]) };
  }

  /** A result's worth, and what it has of each unit: with its best claim, in its head, in each claim. */
  function measure(units, result, met, precise) {
    const { head, share, inClaim } = have(units, result, met, precise);
    const measured = Array.from(inClaim, ([claim, having]) => {
      const parts = units.map((_, n) => Math.max(head[n], having[n]));
      return { claim, parts, worth: sum(units, ({ weight }, n) => weight * (parts[n] + PAGE * share[n])) };
    }).sort((a, b) => b.worth - a.worth || a.claim - b.claim);
    return { ...measured[0], head, inClaim };
  }

  /** How much of what a result is said to be about, in one saying, is asked for. */
  function precision(at, wanted) {
    const roots = Array.from(store.place(at).roots).filter(root => !store.isSilent(root));
    return sum(roots.filter(root => wanted.has(root)), store.rarity) / (sum(roots, store.rarity) || 1);
  }

  /**
   * Which of the sayings a result is about, or is asked for in, is nearest to what is asked, and how near it is, from 0
   * to 1: how much of the saying is asked for, and how much of what is asked is in it, both (their harmonic mean).
   */
  function focus(units, met, precise) {
    const asked = sum(units, ({ weight }) => weight);
    const had = new Map(); // saying -> how much of what is asked is in it
    for (const { unit, claim, sure, number } of met) if (claim < 0 || store.place(number).isAsked) had.set(number, (had.get(number) || 0) + units[unit].weight * sure);
    const nearness = (number, part) => (part && precise(number) ? 2 / (1 / precise(number) + asked / part) : 0);
    return Array.from(had, ([saying, part]) => ({ saying, nearness: nearness(saying, part) }))
      .reduce((best, each) => (each.nearness > best.nearness ? each : best), { nearness: 0 });
  }

  /**
   * How much likelier what is asked is in all that a result says than in what all results say: the logarithm of that,
   * unit by unit. `inAll` is how often each unit is met in all of them.
   */
  function likelihood(n, met, inAll) {
    const inIt = inAll.map(() => 0);
    for (const { unit, sure, number } of met) inIt[unit] += sure * store.place(number).worth;
    const longer = store.length() / store.length(n);
    return sum(inAll, (often, unit) => (often ? Math.log((1 - SMOOTH) * longer * inIt[unit] / often + SMOOTH) : 0));
  }

  /** How nearly a question asks for what is asked for: with its first words, with others, or not. */
  function aim({ kind, asks }, aims) {
    const isAsked = list => list.some(each => aims.includes(each));
    if (kind !== "question" || !isAsked(asks.all)) return 0;
    return isAsked(asks.first) ? 1 : 0.5;
  }

  /** Whether a result has nothing of what everything here is on - the event, its day, its place -, though that is asked for. */
  const isElsewhere = (units, met) => units.some(({ isSubject, isComparing }, n) => isSubject && !isComparing && !met.some(({ unit }) => unit === n));

  /** Whether a question is on another event than the dossier's, by its title, though neither that nor a day is asked for. */
  function isOfAnother(units, n) {
    if (store.result(n).kind !== "question" || units.some(({ isDay }) => isDay)) return false;
    const isOther = each => store.result(each).kind === "event" && !store.head.about.results.includes(each);
    const others = store.namedIn(n).filter(isOther);
    return others.length > 0 && !others.some(each => units.some(({ bearers }) => bearers && bearers.has(each)));
  }

  /** How far ahead a thing comes whose name is all that is typed: further if that is what it is called here. */
  function lead({ kind, title, called }, own) {
    const isCalled = [store.key(title), called[0]].some(name => name.join(" ") === own.join(" "));
    if (EXPLAINED.includes(kind) && !isCalled) return 0;
    return (isCalled ? LEADS.length : 0) + LEADS.length - LEADS.indexOf(kind);
  }

  /** The part of some units, by weight, that a result has. */
  const share = (units, has) => sum(units.filter(has), ({ weight }) => weight) / (sum(units, ({ weight }) => weight) || 1);

  /**
   * Whether a result has enough of what is asked to be one: all that is known, most of it by weight, or several telling
   * words together. A word that nobody knows weighs as much as the rarest; a name of somebody or somewhere half of what
   * it would: what is asked of it has to be known as well, unless the name is rare and a question has it in its title.
   * A short word that was taken for another makes no answer by itself.
   */
  function isEnough({ kind }, units, asked, { parts, head }) {
    const has = unit => parts[units.indexOf(unit)];
    const isName = ({ bearers }) => bearers && !isTopic(bearers);
    if (asked.every(({ found, ...unit }) => !found.size || isName(unit)) && asked.some(({ found }) => !found.size)) return false;
    const weight = unit => unit.weight * (isName(unit) ? NAME : 1);
    // That a word is unknown tells nothing of what is most likely a slip, nor of a language in another script in which
    // nothing is asked: of that only titles and names are here.
    const counted = asked.filter(({ found, isForeign, isSlip }) => found.size || !(isSlip || (isForeign && !store.hasOthers())));
    const telling = asked.filter(unit => unit.weight >= TELLING && !isName(unit) && !unit.isDay && unit.sure > SLIP && has(unit));
    const inTitle = telling.filter(unit => head[units.indexOf(unit)] >= store.TITLE);
    if (counted.some(({ found }) => !found.size) && inTitle.length < SEVERAL && share(counted, has) < LEAST) return false;
    if (sum(asked.filter(has), unit => weight(unit) * unit.sure) > ENOUGH * sum(counted, weight)) return true;
    if (telling.length >= SEVERAL) return true;
    const isOnName = kind === "question" && asked.some(unit => isName(unit) && unit.weight >= TELLING && head[units.indexOf(unit)] >= store.TITLE);
    if (isOnName && share(counted, has) >= LEAST) return true;
    const own = counted.filter(({ isSubject }) => !isSubject); // what everything here is on tells nothing
    return own.filter(has).length >= ENOUGH * own.length && telling.some(unit => !unit.isDoubtful && head[units.indexOf(unit)])
      && !asked.some(({ found, isCapital }) => !found.size && isCapital);
  }

  /** How many telling words of a query, names among them, a result has together. */
  const together = (units, asked, { parts }) => asked.filter(unit => unit.weight >= TELLING && unit.sure > SLIP && !unit.isDay && !unit.isSubject && parts[units.indexOf(unit)]).length;

  const isTopic = bearers => Array.from(bearers).some(n => EXPLAINED.includes(store.result(n).kind));

  /** Where a query's units are met, by result. */
  function meeting(units) {
    const met = new Map();
    units.forEach(({ found }, unit) => found.forEach((sure, number) => {
      const { result, worth, claim } = store.place(number);
      (met.get(result) || met.set(result, []).get(result)).push({ unit, claim, worth: worth * sure, sure, number });
    }));
    return met;
  }

  let last = { isPuzzled: false, isLong: false }; // of the last query

  /** The best results of a query, words of it that nothing here has, which of these are names, words to mark on pages and, where nothing is found, the nearest questions. */
  function search(query) {
    const { units, isMore, isGuessed, isLong, isOfOthers } = window.dossierRead(query);
    last = { isPuzzled: isGuessed || isOfOthers || units.some(({ isUnknown }) => isUnknown), isLong };
    const telling = units.filter(({ isAsking }) => !isAsking);
    const asked = telling.length ? telling : units;
    // A person is also meant where one asks for the office, or says what everything here is on: the talks.
    const named = telling.filter(({ isOffice, weight, bearers }) => !isOffice && (weight > COMMON || (bearers && !isTopic(bearers))));
    const only = named.length === 1 && named[0].bearers;
    const wanted = new Set(units.flatMap(({ forms }) => forms.flatMap(({ stems }) => stems)));
    const precise = kept(at => precision(at, wanted));
    const aims = store.asks(query);
    const inAll = units.map(({ found }) => sum(Array.from(found), ([number, sure]) => sure * store.place(number).worth));
    const ranked = Array.from(meeting(units), ([n, met]) => {
      const result = store.result(n);
      const measured = measure(units, result, met, precise);
      const near = focus(units, met, precise);
      const rank = measured.worth * (KINDS[result.kind] || OTHER_KIND) * (isElsewhere(units, met) ? ELSEWHERE : 1) * (isOfAnother(units, n) ? ANOTHER : 1) * (1 + FOCUS * near.nearness) * (1 + AIM * aim(result, aims)) * (1 + WEIGHT * (asked.length > 1 ? 1 : ALONE) * (result.weight || 0));
      const ahead = only && only.has(n) && (named.length === telling.length || result.kind === "person") ? lead(result, named[0].own) : 0;
      const likely = result.kind === "question" ? likelihood(n, met, inAll) : null;
      return { result, n, near: near.saying, rank, likely, ahead, inClaim: measured.inClaim, isTitle: Math.max(...measured.head) >= store.TITLE, isEnough: isEnough(result, units, asked, measured), parts: measured.parts };
    });
    const likeliest = Math.max(...ranked.map(({ likely }) => likely ?? -Infinity));
    ranked.forEach(each => { if (each.likely !== null) each.rank *= Math.exp(LIKELY * (each.likely - likeliest)); });
    // Where a question has it in its title, that comes before what the glossary or timeline explains - unless one asks
    // what it is -, and before a body of which one asks who, when, where or how many.
    const isOn = ranked.some(({ result, isTitle }) => result.kind === "question" && isTitle);
    const isAsked = telling.length < units.length;
    const yields = ({ kind }) => (EXPLAINED.includes(kind) ? isAsked || !isMore : isAsked && kind === "body");
    ranked.forEach(each => { if (isOn && yields(each.result)) each.ahead = 0; });
    ranked.sort((a, b) => b.ahead - a.ahead || b.rank - a.rank || a.n - b.n);
    const first = ranked.find(each => each.isEnough);
    const isClear = () => first && together(units, asked, first) >= CLEAR;
    const strange = asked.filter(({ isStrange, isUnheardOf }) => isStrange || (isUnheardOf && !isClear())).map(({ typed }) => typed);
    const enough = strange.length ? [] : ranked.filter(each => each.isEnough || each.ahead);
    const best = Math.max(0, ...enough.map(({ rank }) => rank));
    return {
      items: enough.filter(({ rank, ahead }) => ahead || rank >= FAR * best).slice(0, MOST)
        .map(({ result, near, rank, inClaim }) => ({ result, rank, ...window.dossierAnswer(units, near, result, inClaim) })),
      unmet: units.filter(({ found }) => !found.size).map(({ typed }) => typed),
      strange,
      near: enough.length ? [] : ranked.filter(({ result }) => result.kind === "question").slice(0, NEAREST),
      marks: marks(units),
    };
  }

  /**
   * The words of the index that the telling units of a query are, or all of them if none tells, as they may be written.
   * Of other names of a thing, those of one word: a part of a longer one is a word like any other.
   */
  function marks(units) {
    const telling = units.filter(({ weight }) => weight >= TELLING);
    const marked = (telling.length ? telling : units).flatMap(({ forms }) => forms.filter(({ stems, sure }) => sure === 1 || stems.length === 1));
    return Array.from(new Set(marked.flatMap(({ stems }) => stems).flatMap(store.written))).filter(word => !store.listed("silent").has(word));
  }

  /** The scripts that the last query wants: all there are for a word that nobody knows, other readers' words for a long one. */
  const wanted = ({ own, asked } = store.head) => [...(last.isPuzzled || last.isLong ? own : []), ...(last.isPuzzled ? asked : [])];

  window.dossierSearch = Object.assign(search, { head: store.head, wanted });
})();
