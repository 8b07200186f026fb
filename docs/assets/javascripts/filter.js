// Narrows and orders a list of claims by the form above it; the choice stands in the address, to be kept and sent.
// Entries carry what they can be narrowed by as data-*; groups with nothing left in them are hidden with it.
(function () {
  "use strict";
  var ENTRY = "[data-claim]";
  var GROUP = "[data-group]";

  function choices(form) {
    return Array.from(form.querySelectorAll("select"));
  }

  function apply(form, list) {
    var wanted = {};
    choices(form).forEach(function (select) { if (select.value && select.name !== "order") wanted[select.name] = select.value; });
    var shown = 0;
    var entries = Array.from(list.querySelectorAll(ENTRY));
    entries.forEach(function (entry) {
      var fits = Object.keys(wanted).every(function (field) {
        return (entry.dataset[field] || "").split(" ").indexOf(wanted[field]) >= 0;
      });
      entry.hidden = !fits;
      if (fits) shown += 1;
    });
    order(form.elements.order.value, list, entries);
    // Groups from the inside out: one is shown while anything in it is.
    Array.from(list.querySelectorAll(GROUP)).reverse().forEach(function (group) {
      group.hidden = !group.querySelector(ENTRY + ":not([hidden])");
    });
    var output = form.querySelector("output");
    output.textContent = shown + " of " + entries.length + " " + output.dataset.noun;
  }

  function order(by, list, entries) {
    entries.forEach(function (entry, index) {
      if (!entry.home) { // where it stands in the order of the record
        entry.home = document.createComment("");
        entry.before(entry.home);
        entry.rank = index;
      }
    });
    if (!by) {
      entries.forEach(function (entry) { entry.home.after(entry); });
      return;
    }
    entries.sort(function (a, b) {
      return (a.dataset[by] || "").localeCompare(b.dataset[by] || "") || a.rank - b.rank;
    });
    list.prepend.apply(list, entries);
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
    var list = form && form.parentElement.querySelector("[data-list]");
    if (!list || form.started) return;
    form.started = true;
    var asked = new URL(location.href).searchParams;
    choices(form).forEach(function (select) {
      var value = asked.get(select.name);
      if (value && Array.from(select.options).some(function (option) { return option.value === value; })) select.value = value;
    });
    form.hidden = false;
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

  // With instant navigation the page changes and the script stays: Material tells by its document$.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
