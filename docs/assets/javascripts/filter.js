// Narrows and orders a list of claims by the form above it; the choice stands in the address, to be kept and sent.
// Entries carry what they can be narrowed by as data-*; parts of the page with nothing left in them are hidden too.
(function () {
  "use strict";
  var ENTRY = "[data-act]";
  var LAST = "\uffff"; // what is not known stands at the end
  var SHOWN = ENTRY + ":not([hidden])";

  function choices(form) {
    return Array.from(form.querySelectorAll("select"));
  }

  // An entry's own value, or that of its section: what all claims on a point share stands there once.
  function valueOf(entry, field) {
    var group = (entry.home || entry).parentElement.closest("[data-" + field + "]");
    return entry.dataset[field] || (group ? group.dataset[field] : "");
  }

  function apply(form, list) {
    var wanted = {};
    choices(form).forEach(function (select) { if (select.value && select.name !== "order") wanted[select.name] = select.value; });
    var shown = 0;
    var entries = Array.from(list.querySelectorAll(ENTRY));
    entries.forEach(function (entry) {
      var fits = Object.keys(wanted).every(function (field) {
        return valueOf(entry, field).split(" ").indexOf(wanted[field]) >= 0;
      });
      entry.hidden = !fits;
      if (fits) shown += 1;
    });
    order(form, list, entries);
    list.querySelectorAll("section, ul").forEach(function (group) {
      if (group.querySelector(ENTRY) || group.emptied) {
        group.emptied = true; // its entries may be elsewhere while they stand in another order
        group.hidden = !group.querySelector(SHOWN);
      }
    });
    parts(form, list).forEach(function (part) {
      part.elements.forEach(function (element) { if (!element.matches("section, ul")) element.hidden = !part.shown; });
    });
    var output = form.querySelector("output");
    output.textContent = shown + " of " + entries.length + " " + output.dataset.noun;
  }

  // The page from heading to heading after the form. A part is shown while an entry in it is, or in a part below it;
  // one that never had an entry stays as it is.
  function parts(form, list) {
    var found = [];
    for (var element = form.nextElementSibling; element; element = element.nextElementSibling) {
      if (element.matches("h2, h3")) found.push({ level: +element.tagName[1], elements: [], had: false, shown: false });
      var part = found[found.length - 1];
      if (!part) continue;
      part.elements.push(element);
      part.had = part.had || !!element.emptied || element.matches(ENTRY) || !!element.querySelector(ENTRY);
      part.shown = part.shown || element.matches(SHOWN) || (!element.hidden && !!element.querySelector(SHOWN));
    }
    found.forEach(function (part, index) {
      for (var i = index + 1; i < found.length && found[i].level > part.level; i += 1) {
        part.had = part.had || found[i].had;
        part.shown = part.shown || found[i].shown;
      }
    });
    return found.filter(function (part) { return part.had; });
  }

  function order(form, list, entries) {
    var by = form.elements.order.value;
    entries.forEach(function (entry, index) {
      if (!entry.home) { // where it stands in the order of the record
        entry.home = document.createComment("");
        entry.before(entry.home);
        entry.rank = index;
      }
    });
    if (!by) {
      entries.forEach(function (entry) { entry.home.after(entry); });
      if (form.ordered) form.ordered.remove();
      form.ordered = null;
      return;
    }
    if (!form.ordered) {
      form.ordered = document.createElement(entries[0].matches("li") ? "ul" : "div");
      form.ordered.className = entries[0].parentElement.className + " ordered";
      form.after(form.ordered);
    }
    entries.sort(function (a, b) {
      return (a.dataset[by] || LAST).localeCompare(b.dataset[by] || LAST) || a.rank - b.rank;
    });
    form.ordered.append.apply(form.ordered, entries);
  }

  function remember(form) {
    var address = new URL(location.href);
    choices(form).forEach(function (select) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    });
    address.hash = "";
    history.replaceState(history.state, "", address.href.replace(/#$/, ""));
  }

  function start() {
    var form = document.querySelector("form.filters");
    var list = form && form.parentElement;
    if (!list || form.started) return;
    form.started = true;
    var asked = new URL(location.href).searchParams;
    choices(form).forEach(function (select) {
      var value = asked.get(select.name);
      if (value && Array.from(select.options).some(function (option) { return option.value === value; })) select.value = value;
    });
    apply(form, list);
    // An entry that the address names is shown, whatever the choice.
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) { form.reset(); apply(form, list); target.scrollIntoView(); }
    form.addEventListener("change", function () { apply(form, list); remember(form); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(form, list); remember(form); }); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("hashchange", function () {
      var entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (entry && list.contains(entry) && entry.closest("[hidden]")) { form.reset(); }
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // With instant navigation the page changes and the script stays: Material tells by its document$.
  if (window.document$) window.document$.subscribe(start);
})();
