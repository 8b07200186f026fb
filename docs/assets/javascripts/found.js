// What a search leaves on the page it leads to: its words marked, the account that was found, what else was found nearly
// as well, a way back. `dossierFound.leave(query, beside)` when a result is followed, `arrive()` when its page is shown.
(() => {
  "use strict";

  const KEY = "dossier.search";
  const form = document.forms.find;
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const say = (name, values = {}) => (form && form.dataset[name] || "").replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));

  function element(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  /** Note, for the next page only, which search one comes from, and what it found beside. A browser may refuse to keep it. */
  function leave(query, beside) {
    try { sessionStorage.setItem(KEY, JSON.stringify({ query, beside })); } catch (error) { /* no way back is offered */ }
  }

  function left() {
    try {
      const noted = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      return noted || {};
    } catch (error) {
      return {};
    }
  }

  const MARKED = "found";
  const WORD = /[\p{L}\p{N}\p{M}]+(?:,\d{3})*/gu;

  /**
   * Mark words wherever they stand; those that follow each other as one. The text stays whole, for who listens to it or
   * copies it; a browser that cannot paint beside the text (older than 2025) shows none.
   */
  function mark(within, words) {
    if (!window.Highlight) return;
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const ranges = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.parentElement.closest("script, style, svg, .headerlink, .search-back")) continue;
      const runs = []; // [from, to], in characters
      for (const { 0: word, index } of text.data.matchAll(WORD)) {
        if (!words.has(fold(word.replace(/,/g, "")))) continue;
        const before = runs[runs.length - 1];
        if (before && text.data.slice(before[1], index) === " ") before[1] = index + word.length;
        else runs.push([index, index + word.length]);
      }
      // A static range outlives that what it is in is moved.
      ranges.push(...runs.map(([startOffset, endOffset]) => new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })));
    }
    CSS.highlights.set(MARKED, new Highlight(...ranges));
  }

  /** An account that was found, in a line. */
  function line(account) {
    const says = Array.from(account.querySelector(".says").childNodes).filter(node => !(node.classList && node.classList.contains("tag")));
    const who = element("a", "", account.dataset.by);
    who.href = `#${account.id}`;
    const parts = { who, says: says.map(node => node.textContent).join("").trim() };
    return element("p", "later found", ...say("found").split(/\{(\w+)\}/).map((part, n) => (n % 2 ? parts[part] : part)));
  }

  /**
   * Show the accounts that were found, none twice and in their order: each at the head of what its side says; of others,
   * above the sides if they come before them, else below.
   */
  function show(ids) {
    const sides = Array.from(document.querySelectorAll(".sides"));
    if (!sides.length) return;
    const last = new Map(); // what the next one stands after
    for (const id of ids) {
      const account = document.getElementById(id);
      if (!account || !account.dataset.by) continue;
      const { party = "" } = account.dataset;
      const column = sides.map(each => each.querySelector(`[data-party="${CSS.escape(party)}"]`)).find(Boolean);
      const shown = sides.map(each => each.querySelector(`a[href="#${CSS.escape(id)}"]`)).find(Boolean);
      const own = shown && shown.closest(".own");
      if (shown && !(column && column.contains(shown))) continue;
      const before = last.get(column) || (column ? column.querySelector("h3") : last.size ? sides[sides.length - 1] : null);
      const told = own || line(account);
      if (shown && !own) {
        shown.closest("p").remove();
        told.classList.remove("found"); // not told besides: printed as well
      }
      if (before) before.after(told);
      else sides[0].before(told);
      last.set(column, told);
    }
    const columns = sides.find(each => !each.matches(".others"));
    if (!columns) return;
    fit(columns);
    const again = () => document.fonts.ready.then(() => fit(columns)); // letters may be wider
    if (document.readyState === "complete") again();
    else window.addEventListener("load", again, { once: true });
  }

  /**
   * Where one side stands below the other and the last of them does not fit on the screen: set them close, and fold what
   * is said last where most is, until all are seen. A quotation is folded with what it belongs to, said in a line.
   */
  function fit(sides) {
    const columns = Array.from(sides.children);
    const heading = document.getElementById(location.hash.slice(1));
    if (columns.length < 2 || !heading || columns[0].offsetTop === columns[1].offsetTop) return;
    const top = parseFloat(getComputedStyle(heading).scrollMarginTop) || 0;
    const height = each => each.getBoundingClientRect().height;
    const back = document.querySelector(".search-back"); // lies over what is below it
    const edge = () => (back ? back.getBoundingClientRect().top : innerHeight);
    const isSeen = () => top + sides.getBoundingClientRect().bottom - heading.getBoundingClientRect().top <= edge();
    const told = column => Array.from(column.children).filter(each => !each.matches("h3, details"));
    function fold(column, item) {
      const rest = column.querySelector("details") || column.appendChild(element("details", "more", element("summary", "")));
      rest.firstChild.after(item);
      rest.firstChild.textContent = say("more", { number: rest.children.length - 1 });
    }
    if (isSeen()) return;
    sides.classList.add("close");
    for (const own of sides.querySelectorAll("section > .own:has(blockquote)")) {
      own.before(line(document.getElementById(own.querySelector(".by a").hash.slice(1))));
      fold(own.parentElement, own);
    }
    while (!isSeen()) {
      const [longest] = columns.filter(column => told(column).length > 1).sort((a, b) => told(b).length - told(a).length || height(b) - height(a));
      if (!longest) return;
      fold(longest, told(longest).pop());
    }
  }

  const isHeading = ({ tagName }) => /^H[1-6]$/.test(tagName);

  /** Tell below the part of the page that was opened what else the search found; each of these leads on as a result does. */
  function tell(query, beside) {
    const opened = document.getElementById(location.hash.slice(1));
    if (!beside.length || !opened || !isHeading(opened)) return;
    const ends = each => isHeading(each) && each.tagName <= opened.tagName;
    let last = opened;
    while (last.nextElementSibling && !ends(last.nextElementSibling)) last = last.nextElementSibling;
    const line = parts => element("p", "", ...parts.map(([isWho, text]) => (isWho ? element("b", "", text) : text)));
    const items = beside.map(({ href, title, lines }) => {
      const link = element("a", "", title);
      link.href = href;
      link.addEventListener("click", () => leave(query, []));
      return element("li", "", link, ...lines.map(line));
    });
    last.after(element("div", "search-beside", element("p", "", say("beside", { query })), element("ul", "", ...items)));
  }

  function arrive() {
    const url = new URL(location.href);
    const words = (url.searchParams.get("h") || "").split(" ").filter(Boolean);
    const found = (url.searchParams.get("found") || "").split(" ").filter(Boolean);
    const body = document.querySelector(".md-content__inner");
    const { query, beside } = left();
    if (!body) return;
    if (query) {
      const back = element("a", "search-back", say("back", { query }));
      back.href = `?q=${encodeURIComponent(query)}`;
      back.target = "_self"; // a page of its own: a search opens where one begins
      body.append(back);
    }
    if (words.length || found.length) {
      url.searchParams.delete("h");
      url.searchParams.delete("found");
      history.replaceState(history.state, "", url);
      show(found);
      mark(body, new Set(words));
    }
    if (query) tell(query, beside);
  }

  window.dossierFound = { arrive, leave };
  arrive();
})();
