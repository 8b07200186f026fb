// Narrows the index of questions by words and by the choices of the form above it. The choice stands in the address, to
// be kept and sent. Questions carry what they are narrowed by as data-*, several values apart by blanks.
(() => {
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const fits = (item, wanted) =>
    Object.entries(wanted).every(([field, value]) =>
      field === "words"
        ? folded(value).split(/\s+/).every((word) => folded(item.textContent).includes(word))
        : (item.dataset[field] || "").split(" ").includes(value),
    );

  const wantedBy = (form) => Object.fromEntries([...new FormData(form)].map(([field, value]) => [field, value.trim()]).filter(([, value]) => value));

  const apply = (form) => {
    const wanted = wantedBy(form);
    const narrowed = Object.keys(wanted).length > 0;
    const items = [...form.parentElement.querySelectorAll(".questions > li")];
    items.forEach((item) => { item.hidden = !fits(item, wanted); });
    form.parentElement.querySelectorAll("details.topic").forEach((topic) => {
      topic.hidden = !topic.querySelector("li:not([hidden])");
      if (narrowed) topic.open = true;
    });
    const output = form.querySelector("output");
    const shown = items.filter((item) => !item.hidden).length;
    output.textContent = output.dataset.message.replace("{shown}", shown).replace("{total}", items.length);
  };

  const remember = (form) => {
    const address = new URL(location.href);
    address.search = new URLSearchParams(wantedBy(form)).toString();
    address.hash = "";
    history.replaceState(history.state, "", address.href.replace(/#$/, ""));
  };

  const start = () => {
    const form = document.querySelector("form.filters");
    if (!form || form.started) return;
    form.started = true;
    new URL(location.href).searchParams.forEach((value, name) => {
      const field = form.elements[name];
      if (field && (!field.options || [...field.options].some((option) => option.value === value))) field.value = value;
    });
    const choices = form.querySelector("details");
    choices.open = Object.keys(wantedBy(form)).some((field) => field !== "words");
    if (Object.keys(wantedBy(form)).length) apply(form);
    const change = () => { apply(form); remember(form); };
    form.addEventListener("input", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // With instant navigation the page changes and the script stays: Material tells by its document$.
  if (window.document$) window.document$.subscribe(start);
})();
