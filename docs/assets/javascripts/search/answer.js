// Chooses what a question answers a query: `dossierAnswer(units, near, result, inClaim)`, `near` the saying of the result
// that is nearest to the query. Ranks no questions, shows nothing.
//
// 1  A side answers with the claim that has most of what is asked, in the words of the query, of the question or of that
//    saying; of near equals, with one that stands against another side's word, then with its own word or what the article
//    itself has.
// 2  It has more lines as long as they tell what those before do not: more of what is asked, or what the other side is
//    contradicted in, in other words; but no side many more than another.
// 3  Who is on no side is heard where that tells more of what is asked than the sides do, or where a side is silent; and
//    first where that tells far more and none of it is contested, each side with its first line after it.
(() => {
  "use strict";

  const { head, isSilent, place, rarity } = window.dossierStore;

  const STANDS = 0.7; // that a claim stands against another side's: as much as a word that half of the results have
  const TOPIC = 2; // that it says what the question's title asks, in its words
  const ECHO = 2; // that it has the other words for that which are nearest to what was typed, or is asked for so: as much
  const OWN = 0.5; // that it is the side's own word, as its question's page shows it: a quarter of that
  const HERE = 0.5; // that it is in an outlet whose article the dossier is on: as much
  const FIGURE = 0.5; // that it has a figure not told yet: as much, for a number answers more than a word
  const NEW = 1; // that it tells something new beside what the side has said: half of what it is to say what the title asks ...
  const MUCH = 8; // ... all of it from as much on as two words weigh that two questions have
  const TAKEN = 4; // claims of each side that are told, and go along to the question's page: what a desktop holds ...
  const TOLD = 2; // ... of all others that are told ...
  const ALONG = 4; // ... and that go along, asked for or not: there is room for them, and the answer may be in other words
  const AHEAD = 2; // lines that a side has at most beyond those of another: sides are heard alike
  const LEADS = 2; // so many times what any side tells of what is asked another account has to tell to come before them
  const SAME = 0.75; // a claim of which so much is said already is not said again, unless it has another figure

  const sum = (list, value) => list.reduce((total, each, n) => total + value(each, n), 0);

  window.dossierAnswer = (units, near, { sayings, said: places = [], sides = [], claims = [] }, inClaim) => {
    const none = units.map(() => 0);
    const all = claims.map((_, n) => n);
    const had = claim => inClaim.get(claim) || none;
    const more = (claim, than) => sum(units, ({ weight }, n) => weight * Math.max(0, had(claim)[n] - than[n]));
    const union = shown => shown.reduce((known, claim) => known.map((each, n) => Math.max(each, had(claim)[n])), none);
    const side = claim => claims[claim][4];
    const against = claim => claims[claim][5];
    const faces = (claim, shown) => against(claim).some(other => shown.includes(other));
    const own = new Set(sides.map(([, claim]) => claim));
    const telling = at => Array.from(place(at).roots).filter(root => !isSilent(root));
    const roots = all.map(claim => telling(places[claim]));
    const said = roots.map(list => new Set(list));
    const heaviness = list => sum(list, rarity);
    const whole = roots.map(heaviness);
    /** What of a claim other claims do not say. */
    const fresh = (claim, shown) => roots[claim].filter(root => !shown.some(other => said[other].has(root)));
    const isSaid = (claim, shown) => shown.some(other => heaviness(fresh(claim, [other])) <= (1 - SAME) * whole[claim] && !fresh(claim, [other]).some(root => /\d/.test(root)));

    /** The best of some claims by a worth, if that is more than nothing. */
    function best(from, worth) {
      const [first] = from.map(claim => [worth(claim), claim]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      return first && first[0] > 0 ? first[1] : undefined;
    }

    /** A list made longer up to a number, by what is next after it, as long as there is one. */
    function filled(begun, number, nextAfter) {
      const list = [...begun];
      while (list.length < number) {
        const next = nextAfter(list);
        if (next === undefined) break;
        list.push(next);
      }
      return list;
    }

    const ofSides = sides.map((_, n) => all.filter(claim => side(claim) === n));
    const stands = claim => against(claim).some(other => side(other) >= 0 && side(other) !== side(claim));
    const title = telling(sayings[0]);
    const like = list => claim => sum(list.filter(root => said[claim].has(root)), rarity) / (sum(list, rarity) || 1);
    const likeness = like(title);
    const sought = near === undefined ? -1 : place(near).claim; // the claim for which readers ask so
    const echo = sought < 0 ? like(near === undefined || near === sayings[0] ? [] : telling(near)) : claim => Number(claim === sought);
    const isHere = claim => head.about.outlets.some(outlet => claims[claim][1].includes(outlet));
    const merit = claim => STANDS * stands(claim) + OWN * own.has(claim) + HERE * isHere(claim) + TOPIC * likeness(claim) + ECHO * echo(claim);
    /** Whether it has a figure that is not told yet. */
    const figure = (claim, told) => FIGURE * fresh(claim, told).some(root => /\d/.test(root));
    const shown = ofSides.map(found => [best(found, claim => more(claim, none) + merit(claim) + figure(claim, []) + FIGURE)].filter(claim => claim !== undefined));
    const firsts = shown.flat();
    const told = shown.map((first, n) => {
      const others = firsts.filter(claim => side(claim) !== n);
      return filled(first, first.length && TAKEN, lines => {
        const known = union(lines);
        return best(ofSides[n].filter(claim => !lines.includes(claim) && !isSaid(claim, lines)),
          claim => more(claim, known) + STANDS * (faces(claim, others) && !lines.some(line => faces(line, others))) + NEW * Math.min(1, heaviness(fresh(claim, lines)) / MUCH) + merit(claim) + figure(claim, lines));
      });
    });
    const fewest = Math.min(...told.map(each => each.length));
    const taken = told.map(each => each.slice(0, fewest + AHEAD));
    const most = Math.max(0, ...taken.flat().map(claim => more(claim, none)));
    const isOneSilent = taken.some(each => !each.length);
    const tellsMore = (claim, told) => isOneSilent || more(claim, none) >= most || more(claim, union(told)) > 0 || faces(claim, told);
    /** So many of what others say, the best first, as far as it is not said yet and a test lets it in. */
    const heard = (begun, number, isLetIn) => filled(begun, number, found => {
      const told = [...taken.flat(), ...found];
      return best(all.filter(claim => side(claim) < 0 && !isSaid(claim, told) && isLetIn(claim, told)),
        claim => more(claim, none) + STANDS * faces(claim, told) + merit(claim) + figure(claim, told) + FIGURE);
    });
    const others = heard([], TOLD, tellsMore);
    const along = heard(others, ALONG, () => true);
    const isContested = [...taken.flat(), ...others].some(claim => against(claim).length);
    const mayLead = claim => !isContested && (isOneSilent || !isHere(claim)); // the article has no word before the sides'
    const isLed = others.length > 0 && mayLead(others[0]) && more(others[0], none) > LEADS * most;
    return { lines: isLed ? taken.map(each => each.slice(0, 1)) : taken, others, isLed, found: (isLed ? [...along, ...told.flat()] : [...told.flat(), ...along]).map(claim => claims[claim][0]) };
  };
})();
