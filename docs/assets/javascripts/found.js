// What a search leaves on the page it leads to: its words marked, the account that was found, what else was found nearly
// as well, a way back. `dossierFound.leave(query, beside)` when a result is followed, `arrive()` when its page is shown.
(() => {
  "use strict";

  const KEY = "dossier.search";
  const form = document.forms.find;
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const say = (name, values) => (form && form.dataset[name] || "").replace(/\{(\w+)\}/g, (_, key) => values[key]);

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

  function mark(within, words) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const isFound = (part, n) => n % 2 && words.has(fold(part.replace(/,/g, "")));
    texts.filter(text => text.data.trim() && !text.parentElement.closest("script, style, svg, .headerlink")).forEach(text => {
      const parts = text.data.split(/([\p{L}\p{N}\p{M}]+(?:,\d{3})*)/u);
      if (parts.some(isFound)) text.replaceWith(...parts.map((part, n) => (isFound(part, n) ? element("mark", "", part) : part)));
    });
  }

  /** Who an account is of, where it stands and of which day, as it says itself; or the one before it, which has the same. */
  function whose(account) {
    let told = account;
    while (told.matches(".again") && told.previousElementSibling) told = told.previousElementSibling;
    const by = told.querySelector(".by").cloneNode(true);
    const time = by.querySelector("time"); // what stands behind the day is the way to the passage
    while (time && time.nextSibling) time.nextSibling.remove();
    return [told.querySelector(".who b"), by].filter(Boolean).map(part => part.textContent.replace(/[\s·]+$/, "").trim()).join(" · ");
  }

  /** Show the accounts that were found, none twice: each first of what its side says, or below the sides. */
  function show(ids) {
    const sides = Array.from(document.querySelectorAll(".sides"));
    const shown = new Set(sides.flatMap(each => Array.from(each.querySelectorAll("a"), link => link.hash)));
    if (!sides.length) return;
    const last = new Map(); // what the next one stands after
    for (const id of ids) {
      const account = document.getElementById(id);
      const says = account && account.querySelector(".says");
      if (!says || shown.has(`#${id}`)) continue;
      const { party = "" } = account.dataset;
      const column = sides.map(each => each.querySelector(`[data-party="${CSS.escape(party)}"]`)).find(Boolean);
      const said = Array.from(says.childNodes).filter(node => !(node.classList && node.classList.contains("tag")));
      const link = element("a", "", said.map(node => node.textContent).join("").trim());
      link.href = `#${id}`;
      const line = element("p", "later found", `${say("found")} `, link, " ", element("small", "by", whose(account)));
      (last.get(column) || (column ? column.querySelector("h3") : sides[sides.length - 1])).after(line);
      last.set(column, line);
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
    if (words.length || found.length) {
      url.searchParams.delete("h");
      url.searchParams.delete("found");
      history.replaceState(history.state, "", url);
      show(found);
      mark(body, new Set(words));
    }
    if (query) {
      tell(query, beside);
      const back = element("a", "search-back", say("back", { query }));
      back.href = `?q=${encodeURIComponent(query)}`;
      back.target = "_self"; // a page of its own: a search opens where one begins
      body.append(back);
    }
  }

  window.dossierFound = { arrive, leave };
  arrive();
})();
