// Cards: hover, focus or a first tap on a linked record shows a short card (WCAG 1.4.13: it can be dismissed with Escape,
// pointed at, and stays until one leaves it). Without scripts the link leads to the entry. The cards' texts are one
// script, loaded when the first card is wanted: a page read from a folder may load scripts and nothing else.
(function () {
  "use strict";
  var SELECTOR = "a[data-card]";
  var OPEN_AFTER = 250; // ms of hovering before a card opens, so that a passing pointer opens none
  var CLOSE_AFTER = 250; // ms to get from the words to the card
  var base = new URL("../cards.js", document.currentScript.src).href;
  var card = null; // the one open card
  var owner = null; // the link it belongs to
  var timer = 0;
  var touched = false; // whether the pointer that acts is a finger
  var loading = null;

  function load() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = base;
      script.onload = function () { resolve(window.dossierCards || {}); };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
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
    load().then(function (cards) {
      var text = cards[link.dataset.card || link.hash.slice(1)];
      if (!text || !link.isConnected) return;
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
      more.textContent = "Open the full entry";
      more.tabIndex = -1; // the words themselves lead there: no second stop for the keyboard
      card.append(more);
      // Right after the link, where a screen reader reads on.
      link.after(card);
      if (card.showPopover) { card.popover = "manual"; card.showPopover(); }
      link.setAttribute("aria-describedby", "card");
      place();
    }, function () { /* no cards: the link still leads to the entry */ });
  }

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
    if (link && !touched && link.matches(":focus-visible")) open(link);
    else if (!within(event.target)) close();
  });
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
    if (!within(event.target)) close();
  });
  // A finger cannot hover: its first tap opens the card, the card's link or a second tap leads on.
  document.addEventListener("click", function (event) {
    var link = linkOf(event);
    if (link && touched && link !== owner && !link.closest(".card")) {
      event.preventDefault();
      event.stopPropagation();
      open(link);
    } else if (link || (card && card.contains(event.target) && event.target.closest("a"))) {
      close();
    }
  }, true);
  document.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key !== "Escape" || !card) return;
    event.stopPropagation();
    close();
  }, true);
  // The script may come while the pointer rests on words already.
  var hovered = document.querySelector(SELECTOR + ":hover");
  if (hovered && matchMedia("(hover: hover)").matches) later(function () { open(hovered); }, OPEN_AFTER);
  window.addEventListener("scroll", place, { passive: true, capture: true });
  window.addEventListener("resize", place, { passive: true });
})();
