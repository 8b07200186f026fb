// Shows results in the theme's box: `dossierShow(query)`. Knows the engine and the page, and ranks nothing.
//
// The first result is told in full: what each side says, side by side on a wide screen, and what others do. The next two
// give each side a line, there two; of all others stands the title. The accounts on those that are told are folded, and
// written when unfolded.
(() => {
  "use strict";

  const LONGEST = 180; // characters of an account: four lines on a phone, and the whole of nine in ten
  const TOLD = 3; // results of which more than the title is shown: what a desktop holds
  const PHONE = [3, 1]; // claims of each side on a narrow screen, of the first result and of the next ...
  const WIDE = [4, 2]; // ... and on a wide one
  const MARKS = 24; // words to be marked on the page, so that its address stays short
  const BESIDE = 2; // results that go along to the page of another ...
  const NEARLY = 0.55; // ... if worth so much of it: where one has the answer, it is two times in three, of the rest four in ten

  const status = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  const root = new URL("../../../", document.currentScript.src);
  const { head } = window.dossierSearch;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");

  const say = (key, values = {}) => head.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (key, number) => say(plural.select(number) === "one" ? `${key}one` : `${key}other`, { number });

  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  /**
   * As much of a text as is shown: of a long one, from the clause on that has most of the words found. It ends between
   * words, and what is left out is marked on either end.
   */
  function cut(text, words) {
    if (text.length <= LONGEST) return text;
    const starts = [0, ...Array.from(text.matchAll(/[;:,] /g), ({ index }) => index + 2)];
    const found = from => new Set((text.slice(from, from + LONGEST).match(WORD) || []).map(window.dossierWords.fold).filter(word => words.has(word))).size;
    const from = starts.reduce((best, start) => (found(start) > found(best) ? start : best), 0);
    const rest = text.slice(from);
    const end = rest.length <= LONGEST ? rest : `${rest.slice(0, LONGEST).replace(/\s+\S*$/, "").replace(/[ ,.;:·]+$/, "")} …`;
    return from ? `… ${end}` : end;
  }

  /** A text with the words that were found marked. */
  function marked(text, words) {
    const parts = [];
    let from = 0; // where the text begins that is not given yet
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!words.has(window.dossierWords.fold(word))) continue;
      parts.push(text.slice(from, index), element("mark", "", word));
      from = index + word.length;
    }
    return [...parts, text.slice(from)];
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A link to a result, which takes along what is to be marked and the claims that were found. */
  function link(address, marks, found, ...children) {
    const url = new URL(address, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    if (marks.length) url.searchParams.set("h", marks.slice(0, MARKS).join(" "));
    if (found.length) url.searchParams.set("found", found.join(" "));
    const made = element("a", "md-search-result__link", ...children);
    made.href = url.href;
    made.tabIndex = -1; // the arrow keys lead to it
    return made;
  }

  /** Who says something, and what. */
  function said(by, says) {
    const [before, after] = say("side", { party: "\u0000", says: "\u0001" }).split("\u0000");
    const [between, behind] = after.split("\u0001");
    return [before, element("b", "", by), between, ...says, behind];
  }

  /** What a side says on a result, one claim below the other. */
  function sideOf(party, claims, place) {
    const [first = [say("silence")], ...more] = claims.slice(0, WIDE[place]);
    return element("div", "search-side", element("p", "search-line", ...said(party, first)),
      ...more.map((claim, n) => element("p", `search-line${n + 1 < PHONE[place] ? "" : " search-wide"}`, ...claim)));
  }

  /** What a result tells at once: each side's answer to what is asked and, in full, that of others; or its teaser. */
  function told({ claims, sides, teaser }, { lines, others, isLed }, words, isFull) {
    if (!claims) return teaser ? [element("p", "search-line", ...marked(cut(teaser, words), words))] : [];
    const says = claim => marked(cut(claims[claim][2], words), words);
    const isHeard = lines.some(each => each.length);
    const ofSides = element("div", "search-sides", ...sides.map(([party], n) => sideOf(party, lines[n].map(says), isFull ? 0 : 1)));
    const ofOthers = (isFull ? others : isHeard ? [] : others.slice(0, 1)).map((claim, n) =>
      element("p", `search-line${n ? " search-wide" : ""}`, ...said(claims[claim][1], says(claim))));
    // Where no side speaks, or none tells nearly as much of what is asked, an account that does comes first.
    return isHeard && !(isFull && isLed) ? [ofSides, ...ofOthers] : [...ofOthers, ofSides];
  }

  /** What kind of thing a result is, or the page it is part of; a question says by itself that it is one. */
  const kindOf = ({ kind, page }) => (kind === "question" ? [] : [" ", element("small", "search-kind", page || say(`kind.${kind}`))]);

  function item({ result, rank, lines, others, isLed, found }, marks, place) {
    const { address, title, claims } = result;
    const isTold = place < TOLD;
    const article = element("article", "md-search-result__article md-typeset",
      element("p", "search-title", title, ...kindOf(result)),
      ...(isTold || !claims ? told(result, { lines, others, isLed }, new Set(marks), !place) : []));
    const made = element("li", "md-search-result__item", link(address, marks, found, article));
    if (claims && isTold) made.append(folded(result, marks));
    made.dataset.rank = rank;
    return made;
  }

  /** The accounts on a question, one tap away. */
  function folded({ address, claims }, marks) {
    const made = element("details", "search-accounts", element("summary", "", counted("accounts.", claims.length)));
    made.firstChild.tabIndex = -1;
    made.addEventListener("toggle", () => {
      if (made.children.length > 1) return;
      const [page] = address.split("#");
      made.append(element("ul", "", ...claims.map(([id, line, says]) => {
        const one = link(`${page}#${id}`, marks, [], says, " ", element("small", "search-kind", line));
        one.className = "search-account";
        return element("li", "", one);
      })));
    });
    return made;
  }

  /** Show the results of a query; where there are none, say so and offer the nearest questions. */
  window.dossierShow = query => {
    const asked = query.trim();
    if (!asked) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const { items, unmet, strange, near, marks } = window.dossierSearch(query);
    list.replaceChildren(...items.map((each, n) => item(each, marks, n)));
    if (items.length) {
      const known = counted("", items.length);
      status.textContent = unmet.length ? say("unmet", { results: known, words: unmet.join(", ") }) : known;
      return;
    }
    status.textContent = strange.length ? say("strange", { words: strange.join(", ") }) : say("none", { query: asked });
    if (!near.length) return;
    list.append(element("li", "search-near md-typeset", element("p", "", say("nearest")), element("ul", "",
      ...near.map(({ result }) => {
        const one = link(result.address, [], [], result.title);
        one.className = "search-account";
        return element("li", "", one);
      }))));
  };

  /**
   * What goes along when a result is followed, for the answer may be in the next: those nearly as good, with what each side
   * says first, as {href, title, lines}, a line as its texts, each with whether it says who speaks.
   */
  window.dossierBeside = followed => {
    const items = Array.from(list.querySelectorAll("[data-rank]"));
    const own = items.find(each => each.contains(followed));
    if (!own) return [];
    const isNearly = each => each !== own && each.dataset.rank >= NEARLY * own.dataset.rank;
    const isFirst = line => !line.previousElementSibling || !line.previousElementSibling.matches(".search-line");
    const texts = line => Array.from(line.childNodes, part => [part.nodeName === "B", part.textContent]);
    return items.filter(isNearly).slice(0, BESIDE).map(each => ({
      href: each.querySelector("a").href,
      title: each.querySelector(".search-title").firstChild.textContent,
      lines: Array.from(each.querySelectorAll(".search-line")).filter(isFirst).map(texts),
    }));
  };
})();
