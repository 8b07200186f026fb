// Puts our search behind the theme's box. Runs before the theme's own script and stands in for the worker it starts.
//
// No worker, so that it works from file:// and under a strict policy: what is needed is loaded when search is first
// wanted. The theme's messages: 1 says that we are ready, 2 is a query; results are shown by search/show.js.
(() => {
  "use strict";

  const READY = 1;
  const QUERY = 2;
  const REST = 600; // ms without a key after which a query is put in the address
  const CLOSED = 200; // ms after which the theme has closed the search that led to a page
  const here = document.currentScript.src;
  const SCRIPTS = ["javascripts/vendor/minisearch.min.js", "javascripts/vendor/stemmers.js", "javascripts/search/words.js",
    "javascripts/search/store.js", "javascripts/search/query.js", "javascripts/search/answer.js", "javascripts/search/engine.js", "../search/index.js",
    "javascripts/search/show.js"];
  const assets = new URL("../", here);
  const root = new URL("../", assets);

  const find = selector => document.querySelector(selector);
  const box = find("[data-md-component=search-query]");
  const toggle = find("[data-md-toggle=search]");
  const status = find(".md-search-result__meta");
  if (!box || !toggle || !status) return;

  const worker = new EventTarget();
  worker.postMessage = ({ type }) => type === QUERY && answer();
  const ready = () => worker.dispatchEvent(new MessageEvent("message", { data: { type: READY } }));

  // When search is wanted

  const script = url => new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("script"), { src: url, async: false, onload: resolve, onerror: reject }));
  });
  const all = (paths, from) => Promise.all(paths.map(path => script(new URL(path, from))));
  let loading = null;
  let isLoaded = false;
  let left = 0; // scripts of the index still to come

  /** Load the engine and the first script of the index; then the rest of it, one after the other. */
  function load() {
    loading = loading || all(SCRIPTS, assets).then(() => {
      const { more } = window.dossierSearch.head;
      isLoaded = true;
      left = more.length;
      ready();
      answer();
      return more.reduce((before, path) => before.then(() => script(new URL(path, root))).then(next), Promise.resolve());
    }).catch(() => { status.textContent = box.form.dataset.failed; });
  }
  box.addEventListener("focus", load);
  toggle.addEventListener("change", () => (toggle.checked ? load() : remember("")));
  find(".md-search").addEventListener("pointerenter", load);

  // A query

  let shown = null;
  let coming = null; // what is loaded besides, where a query wants it
  function next() {
    left -= 1;
    again();
  }
  function answer() {
    if (!isLoaded || box.value === shown) return;
    shown = box.value;
    window.dossierShow(shown);
    remember(shown.trim());
    // These scripts count the results of all others: they come last.
    const { head, wanted } = window.dossierSearch;
    const paths = left || coming ? [] : wanted();
    if (!paths.length) return;
    coming = all(paths, root).then(() => {
      for (const name of ["own", "asked"]) head[name] = head[name].filter(path => !paths.includes(path));
      coming = null;
      again();
    }, () => { coming = null; });
  }
  function again() {
    shown = null;
    answer();
  }
  box.addEventListener("input", answer); // typed, pasted, spoken

  // Enter follows the first result; where there is none it does nothing.
  box.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    const first = find(".md-search-result__link");
    if (first) first.click();
  });
  status.setAttribute("role", "status");

  /** Keep the query in the address while the box is open, so that a search can be linked and gone back to. */
  let timer = 0;
  function remember(query) {
    clearTimeout(timer);
    timer = setTimeout(() => keep(query), REST);
  }
  function keep(query) {
    const url = new URL(location.href);
    if (query && toggle.checked) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }
  // Who follows a result finds the search again by going back.
  find(".md-search-result").addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link || !toggle.checked) return;
    clearTimeout(timer);
    keep(box.value.trim());
    window.dossierFound.leave(box.value.trim(), window.dossierBeside(link));
  }, true);

  /** Open the search that an address names: the theme does so where a page is loaded, not where it is gone back to. */
  function reopen() {
    const query = new URLSearchParams(location.search).get("q");
    if (!query || toggle.checked) return;
    box.value = query;
    toggle.click();
    answer();
  }

  const { search: expected } = JSON.parse(find("#__config").textContent);
  const Native = window.Worker;
  window.Worker = function Worker(url, options) {
    if (url !== expected) return new Native(url, options);
    // The theme is starting; when its script has run to its end, it tells of pages that it shows without loading them.
    Promise.resolve().then(() => window.document$.subscribe(() => {
      window.dossierFound.arrive();
      setTimeout(reopen, CLOSED);
    }));
    return worker;
  };
})();
