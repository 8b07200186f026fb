// Cards: hover, focus or a first tap on a linked record shows a short card (WCAG 1.4.13: it can be dismissed with Escape,
// pointed at, and stays until one leaves it). Without scripts the link leads to the entry. The texts are scripts, since a
// page read from a folder may load nothing else: one for each page that has entries, loaded when the first is wanted.
(function () {
  "use strict";
  var SELECTOR = "a[data-card]";
  var OPEN_AFTER = 250; // ms of hovering before a card opens, so that a passing pointer opens none
  var CLOSE_AFTER = 250; // ms to get from the words to the card
  var assets = new URL("../", document.currentScript.src);
  var cards = new URL("cards/", assets);
  var root = new URL("../", assets);
  var card = null; // the one open card
  var owner = null; // the link it belongs to
  var timer = 0;
  // What macros/site/start.js noted before this came: whether the pointer that acts is a finger, which link it tapped.
  var reader = window.dossierReader || {};
  var loading = {};

  // The cards of the page that a link leads to.
  function load(link) {
    var page = new URL(link.href).pathname.slice(root.pathname.length).replace(/(^|\/)(index\.html)?$/, "");
    loading[page] = loading[page] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = new URL((page || "index") + ".js", cards);
      script.onload = function () { resolve(window.dossierCards); };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading[page];
  }

  function close() {
    clearTimeout(timer);
    if (!card) return;
    owner.removeAttribute("aria-describedby");
    card.remove();
    card = owner = null;
  }

  function place() {
    if (!card) return;
    // Beside the first line of the words for links that wrap; below them, or above where there is more room.
    var rects = owner.getClientRects();
    var room = document.documentElement;
    var first = rects[0];
    var last = rects[rects.length - 1];
    if (!first || last.bottom < 0 || first.top > room.clientHeight) return close();
    var below = room.clientHeight - last.bottom;
    var up = below < card.offsetHeight + 16 && first.top > below;
    var left = Math.min(Math.max(8, (up ? first : last).left), room.clientWidth - card.offsetWidth - 8);
    card.style.left = left + "px";
    card.style.top = (up ? first.top - card.offsetHeight - 6 : last.bottom + 6) + "px";
    card.style.maxHeight = Math.max(120, (up ? first.top : below) - 20) + "px";
  }

  function open(link) {
    if (owner === link) return;
    load(link).then(function (cards) {
      // The card's id, where the address does not end in it.
      var text = cards[link.dataset.card || link.hash.slice(1) || link.pathname.replace(/(index\.html)?$/, "").split("/").at(-2)];
      if (!link.isConnected) return;
      if (!text) return lead(link);
      close();
      owner = link;
      card = document.createElement("span");
      card.className = "card md-typeset";
      card.id = "card";
      card.setAttribute("role", "note");
      card.innerHTML = text;
      var more = document.createElement("a");
      more.href = link.href;
      more.className = "card-more";
      more.textContent = window.dossierEntry;
      more.tabIndex = -1; // the words themselves lead there: no second stop for the keyboard
      card.append(more);
      // Right after the link, where a screen reader reads on.
      link.after(card);
      if (card.showPopover) { card.popover = "manual"; card.showPopover(); }
      link.setAttribute("aria-describedby", "card");
      place();
    }, function () { lead(link); });
  }

  // No card: what a finger tapped leads on, as it would without scripts.
  function lead(link) { if (reader.touched) location.href = link.href; }

  function later(action, ms) { clearTimeout(timer); timer = setTimeout(action, ms); }
  function linkOf(event) { return event.target instanceof Element ? event.target.closest(SELECTOR) : null; }
  function within(node) { return !!card && node instanceof Node && (card.contains(node) || owner.contains(node)); }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = linkOf(event);
    if (link && link !== owner) later(function () { open(link); }, OPEN_AFTER);
    else if (within(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType === "touch") return;
    if (within(event.target) ? !within(event.relatedTarget) : linkOf(event)) {
      later(function () { if (!within(document.activeElement)) close(); }, CLOSE_AFTER);
    }
  });
  document.addEventListener("focusin", function (event) {
    var link = linkOf(event);
    if (link && !reader.touched && link.matches(":focus-visible")) open(link);
    else if (!within(event.target)) close();
  });
  document.addEventListener("pointerdown", function (event) {
    reader.touched = event.pointerType === "touch";
    if (!within(event.target)) close();
  });
  // A finger cannot hover: its first tap opens the card, the card's link or a second tap leads on.
  document.addEventListener("click", function (event) {
    var link = linkOf(event);
    if (link && reader.touched && link !== owner && !link.closest(".card")) {
      event.preventDefault();
      event.stopPropagation();
      open(link);
    } else if (link || (card && card.contains(event.target) && event.target.closest("a"))) {
      close();
    }
  }, true);
  document.addEventListener("keydown", function (event) {
    reader.touched = false;
    if (event.key !== "Escape" || !card) return;
    event.stopPropagation();
    close();
  }, true);
  // The script may come after a finger's tap, or while the pointer or the focus rests on words already.
  reader.open = open;
  var hovered = document.querySelector(SELECTOR + ":hover");
  var focused = document.querySelector(SELECTOR + ":focus-visible");
  if (reader.tapped) open(reader.tapped);
  else if (focused && !reader.touched) open(focused);
  else if (hovered && !reader.touched && matchMedia("(hover: hover)").matches) later(function () { open(hovered); }, OPEN_AFTER);
  window.addEventListener("scroll", place, { passive: true, capture: true });
  window.addEventListener("resize", place, { passive: true });
})();
