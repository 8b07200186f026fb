// Puts our search behind the theme's box. Runs before the theme's own script and stands in for the worker it starts.
//
// The theme sends the worker queries and shows the results it sends back. Here both happen on the page itself: no
// worker, so that it works from file:// and under a strict policy. Library, index and engine are loaded when search is
// first wanted. The theme's messages: 1 ready, 2 a query, 3 its results.
(() => {
  "use strict";

  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const REST = 600; // ms
  const here = document.currentScript.src;
  const assets = new URL("../", here);
  const root = new URL("../", assets);
  const SCRIPTS = ["javascripts/vendor/minisearch.min.js", "../search/index.js", "javascripts/search-engine.js"]
    .map(path => new URL(path, assets));

  const find = selector => document.querySelector(selector);
  const box = find("[data-md-component=search-query]");
  const toggle = find("[data-md-toggle=search]");
  const status = find(".md-search-result__meta");
  const list = find(".md-search-result__list");
  if (!box || !toggle || !status || !list) return;

  /** The address of a result; a page read from a folder has no server that adds the name of its file. */
  function link(address = "") {
    const url = new URL(address, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  }

  const escape = text => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  // The worker's part

  const worker = new EventTarget();
  const send = (type, data) => worker.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
  worker.postMessage = ({ type, data }) => type === QUERY && answer(data);

  function answer(query) {
    const { items, stems, near } = window.dossierSearch(query);
    const terms = stems.reduce((all, stem) => Object.assign(all, { [stem]: true }), {});
    send(RESULT, {
      // The theme shows an entry's title only, and as HTML: so the kind and the teaser stand in it.
      items: items.map((item, n) => [{
        location: link(item.address), text: "", terms, score: items.length - n,
        title: `${escape(item.title)} <small class="search-kind">${escape(item.kind)}</small>`
          + `<span class="search-teaser">${escape(item.teaser || "")}</span>`,
      }]),
    });
    if (query.trim()) report(items.length, near);
    remember(query.trim());
  }

  /** Say how many results there are; where there are none, what is near. */
  function report(count, near) {
    status.textContent = count ? `${count} result${count === 1 ? "" : "s"}` : "Nothing found in the record";
    if (count) return;
    const links = items => items.map(item => {
      const made = element("a", item.title);
      made.href = link(item.address);
      return made;
    }).reduce((all, made) => all.concat(all.length ? [", ", made] : [made]), []);
    const topics = window.dossierIndex.filter(({ kind }) => kind === "Topic");
    const item = element("li", ...[["Nearest words: ", near], ["Topics: ", topics]]
      .filter(([, items]) => items.length).map(([label, items]) => element("p", label, ...links(items))));
    item.className = "search-near md-typeset";
    list.append(item);
  }

  /** Keep the query in the address while the box is open, so that a search can be bookmarked: once typing rests. */
  let timer = 0;
  function remember(query) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      if (query && toggle.checked) url.searchParams.set("q", query);
      else url.searchParams.delete("q");
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    }, REST);
  }

  // When search is wanted

  let loading = null;
  const load = () => {
    loading = loading || Promise.all(SCRIPTS.map(source => new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: source, async: false, onload: resolve, onerror: reject });
      document.head.append(script);
    }))).then(() => send(READY), () => { status.textContent = "Search could not be loaded"; });
  };
  box.addEventListener("focus", load);
  toggle.addEventListener("change", () => (toggle.checked ? load() : remember("")));
  find(".md-search").addEventListener("pointerenter", load);

  // The theme listens to keys only; text may also be pasted, spoken or come from an input method.
  box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
  // Enter follows the first result; where there is none it does nothing.
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && !list.querySelector(".md-search-result__link")) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  status.setAttribute("role", "status");

  // The words found, marked on the page that was opened

  const fold = text => text.normalize("NFKD").replace(/[\p{M},'’]/gu, "").toLowerCase();

  function highlight() {
    const url = new URL(location.href);
    const stems = (url.searchParams.get("h") || "").split(" ").filter(Boolean);
    if (!stems.length) return;
    url.searchParams.delete("h");
    history.replaceState(history.state, "", url);
    const target = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    const within = target && target.matches("article") ? target : find(".md-content__inner");
    const isFound = word => stems.some(stem => (stem.length > 2 ? fold(word).startsWith(stem) : fold(word) === stem));
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter(text => text.data.trim() && !text.parentElement.closest("script, style, svg, .headerlink")).forEach(text => {
      const parts = text.data.split(/([\p{L}\p{N}](?:[\p{L}\p{N},'’]*[\p{L}\p{N}])?)/u);
      if (parts.some((part, n) => n % 2 && isFound(part))) {
        text.replaceWith(...parts.map((part, n) => (n % 2 && isFound(part) ? element("mark", part) : part)));
      }
    });
  }

  const { search: expected } = JSON.parse(find("#__config").textContent);
  const Native = window.Worker;
  window.Worker = function Worker(url, options) {
    if (url !== expected) return new Native(url, options);
    // The theme is starting; when its script has run to its end, it tells of pages that it shows without loading them.
    Promise.resolve().then(() => window.document$.subscribe(highlight));
    return worker;
  };
  highlight();
})();
