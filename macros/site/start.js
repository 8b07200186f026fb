(() => {
  // Stands at the top of every page, the same text on each, so that one hash in a policy allows it.
  //
  // Before the first paint: scripts run, and the reader's scheme. Then, at the first sign of a reader and once, the
  // scripts, in their order. A finger's first tap on words with a card comes before the cards' script: it is kept for it.
  const me = document.currentScript, root = document.documentElement, palette = __md_get("__palette");
  const chosen = palette && palette.color && palette.color.media !== "(prefers-color-scheme)" && palette.color.scheme;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  root.classList.replace("no-js", "js");
  document.body.dataset.mdColorScheme = chosen || system;
  addEventListener("DOMContentLoaded", () => {
    const options = document.querySelectorAll("[data-md-component=palette] input");
    const option = options[palette ? palette.index : 0];
    if (option) { option.checked = true; option.nextElementSibling.hidden = false; }
  });

  // A page out of the browser's own store, on a host that does not say how long it may be kept: ask whether it has
  // changed since, and if so show what it is now. Every page bears a mark of its text.
  const [visit] = performance.getEntriesByType("navigation");
  if (/^http/.test(location.protocol) && visit && !visit.transferSize && visit.type !== "reload") {
    fetch(location.href, { cache: "no-cache" }).then(answer => answer.ok && answer.text())
      .then(text => text && !text.includes(me.dataset.text) && location.reload(), () => {});
  }

  const reader = window.dossierReader = {}; // touched: by finger; tapped: the link that waits; open: shows its card
  for (const sign of ["pointerdown", "keydown"]) {
    addEventListener(sign, event => { reader.touched = event.pointerType === "touch"; }, true);
  }
  addEventListener("click", event => {
    const link = reader.touched && !reader.open && event.target.closest("a[data-card]");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    reader.tapped = link;
  }, true);

  const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "scroll", "focusin"];
  const start = event => {
    signs.forEach(sign => removeEventListener(sign, start, true));
    const load = src => Object.assign(document.createElement("script"), { src, async: false });
    const late = me.dataset.late.split(" ").map(load);
    // Other pages' styles: a page that is shown without being loaded is shown before its own have come. In the body, for
    // of those in the head the theme keeps only what the next page has.
    const sheets = (me.dataset.sheets || "").split(" ").filter(Boolean);
    document.body.append(...sheets.map(href => Object.assign(document.createElement("link"), { href, rel: "stylesheet" })));
    const box = document.querySelector("[data-md-component=search-query]");
    if (event && event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      document.querySelector("[data-md-toggle=search]").checked = true;
      box.focus();
    }
    late[0].onerror = () => { reader.open = link => { location.href = link.href; }; reader.tapped && reader.open(reader.tapped); };
    late[late.length - 1].onload = () => document.activeElement === box && box.dispatchEvent(new Event("focus"));
    document.body.append(...late);
  };
  signs.forEach(sign => addEventListener(sign, start, { capture: true, passive: sign !== "keydown" }));
  if (location.search) addEventListener("DOMContentLoaded", () => start());
})();
