// Shows results in the theme's box: `dossierShow(query)`. Knows the engine and the page, and ranks nothing.
//
// A question shows each side's answer in a line; the accounts on it are folded, and written when they are unfolded.
(() => {
  "use strict";

  const LONGEST = 150; // characters of what a side says: two lines on a phone
  const MARKS = 24; // words to be marked on the page, so that its address stays short

  const status = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  const root = new URL("../../../", document.currentScript.src);
  const { head } = window.dossierSearch;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");

  const say = (key, values = {}) => head.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (key, number) => say(plural.select(number) === "one" ? `${key}one` : `${key}other`, { number });
  const cut = text => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, "").replace(/[ ,.;:·]+$/, "")} …`);

  /** A text with the words that were found marked. */
  const marked = (text, words) => text.split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part, n) => (n % 2 && words.has(window.dossierWords.fold(part)) ? element("mark", "", part) : part));

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

  /** What a result tells at once: each side's answer to what is asked, or its teaser. */
  function told({ claims, teaser }, { lines, found }, words) {
    if (!claims) return teaser ? [element("p", "search-line", ...marked(cut(teaser), words))] : [];
    const ofSides = lines.map(([party, claim]) => {
      const says = claim < 0 ? say("silence") : cut(claims[claim][2]);
      const [before, after] = say("side", { party: "\u0000", says }).split("\u0000");
      return element("p", "search-line", before, element("b", "", party), ...marked(after, words));
    });
    if (lines.some(([, claim]) => claim >= 0)) return ofSides;
    // Where no side speaks, an account that does, and whose it is.
    const [, line, says] = claims.find(([id]) => id === found[0]) || claims[0];
    return [element("p", "search-line", ...marked(cut(says), words), " ", element("small", "search-kind", line)), ...ofSides];
  }

  function item({ result, lines, found }, marks) {
    const { address = "", title, kind, claims, page } = result;
    const article = element("article", "md-search-result__article md-typeset",
      element("p", "search-title", title, " ", element("small", "search-kind", page || say(`kind.${kind}`))), ...told(result, { lines, found }, new Set(marks)));
    const made = element("li", "md-search-result__item", link(address, marks, found, article));
    if (claims) made.append(folded(result, marks));
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
    const { items, near, marks } = window.dossierSearch(query);
    list.replaceChildren(...items.map(each => item(each, marks)));
    if (items.length) {
      status.textContent = counted("", items.length);
      return;
    }
    status.textContent = say("none", { query: asked });
    if (!near.length) return;
    list.append(element("li", "search-near md-typeset", element("p", "", say("nearest")), element("ul", "",
      ...near.map(({ result }) => {
        const one = link(result.address, [], [], result.title);
        one.className = "search-account";
        return element("li", "", one);
      }))));
  };
})();
