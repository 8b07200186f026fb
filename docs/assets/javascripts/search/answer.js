// Chooses what a question answers a query: `dossierAnswer(units, result, inClaim)`. Ranks no questions, shows nothing.
//
// 1  A side answers with the claim that has most of what is asked; of near equals, with one that stands against another
//    side's word, then with its own word or what the article itself has.
// 2  It has a second line where that tells what the first does not: more of what is asked, or what the other side is
//    contradicted in.
// 3  Who is on no side is heard where that tells more of what is asked than the sides do, or where a side is silent.
(() => {
  "use strict";

  const { head, isSilent, place, rarity } = window.dossierStore;

  const STANDS = 0.7; // that a claim stands against another side's: as much as a word that half of the results have
  const TOPIC = 1; // that it says what the question's title asks, in its words
  const OWN = 0.5; // that it is the side's own word, as its question's page shows it: half of that
  const HERE = 0.5; // that it is in an outlet whose article the dossier is on: as much
  const FIGURE = 0.5; // that it has a figure: as much, for a number answers more than a word
  const TOLD = 2; // claims of each side, and of all others: what a phone holds
  const TAKEN = 3; // of each side that go along to the question's page ...
  const ALONG = 4; // ... and of all others, asked for or not: there is room for them, and the answer may be in other words
  const SAME = 0.75; // a claim of which so much is said already is not said again

  const sum = (list, value) => list.reduce((total, each, n) => total + value(each, n), 0);

  window.dossierAnswer = (units, { sayings, said: places = [], sides = [], claims = [] }, inClaim) => {
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
    const said = claim => new Set(telling(places[claim]));
    const isSaid = (claim, shown) => shown.some(other =>
      sum(Array.from(said(claim)).filter(root => said(other).has(root)), rarity) >= SAME * sum(Array.from(said(claim)), rarity));

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
    const likeness = claim => sum(title.filter(root => said(claim).has(root)), rarity) / (sum(title, rarity) || 1);
    const isHere = claim => head.about.outlets.some(outlet => claims[claim][1].includes(outlet));
    const merit = claim => STANDS * stands(claim) + OWN * own.has(claim) + HERE * isHere(claim) + FIGURE * /\d/.test(claims[claim][2]) + TOPIC * likeness(claim);
    const shown = ofSides.map(found => [best(found, claim => more(claim, none) + merit(claim) + FIGURE)].filter(claim => claim !== undefined));
    const firsts = shown.flat();
    const taken = shown.map((first, n) => {
      const others = firsts.filter(claim => side(claim) !== n);
      return filled(first, first.length && TAKEN, told => {
        const known = union(told);
        return best(ofSides[n].filter(claim => !told.includes(claim) && !isSaid(claim, told)),
          claim => more(claim, known) + STANDS * (faces(claim, others) && !told.some(line => faces(line, others))) + merit(claim));
      });
    });
    const lines = taken.map(each => each.slice(0, TOLD));
    const most = Math.max(0, ...lines.flat().map(claim => more(claim, none)));
    const isOneSilent = lines.some(each => !each.length);
    const tellsMore = (claim, told) => isOneSilent || more(claim, none) >= most || more(claim, union(told)) > 0 || faces(claim, told);
    /** So many of what others say, the best first, as far as it is not said yet and a test lets it in. */
    const heard = (begun, number, isLetIn) => filled(begun, number, found => {
      const told = [...lines.flat(), ...found];
      return best(all.filter(claim => side(claim) < 0 && !isSaid(claim, told) && isLetIn(claim, told)),
        claim => more(claim, none) + STANDS * faces(claim, told) + merit(claim) + FIGURE);
    });
    const others = heard([], TOLD, tellsMore);
    const along = heard(others, ALONG, () => true);
    return { lines, others, found: [...taken.flat(), ...along].filter(claim => !own.has(claim)).map(claim => claims[claim][0]) };
  };
})();
