// "Copy with attribution" in the fold of a claim's entry: for the claim and for each quotation in it, what is said, who
// said it and through whom, when, the source, and the link by which it is cited. Without scripts the same text stands
// in the entry. The buttons are made when a fold is opened, so that a long record costs nothing.
(() => {
  const LEFT_OUT = ".headerlink, .mark, .correction, button";

  const textOf = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const linkTo = (id) => {
    const canonical = document.querySelector("link[rel=canonical]");
    const page = new URL(canonical ? canonical.href : location.href);
    page.search = "";
    page.hash = id;
    return page.href;
  };

  const cited = (said, by, id) => {
    const title = document.querySelector("[data-md-component=header-title] .md-ellipsis");
    return `${said}\n${by}\n${title ? `${title.textContent.trim()}: ` : ""}${linkTo(id)}\n`;
  };

  // Old browsers, and pages over http that are not local, have no clipboard for scripts.
  const fallBack = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) throw new Error("nothing was copied");
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      fallBack(text);
    }
  };

  const line = (words, text) => {
    const button = document.createElement("button");
    const status = document.createElement("span");
    const paragraph = document.createElement("p");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = words;
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await copy(text);
        status.textContent = " Copied.";
      } catch {
        status.textContent = " Could not copy; select the text above.";
      }
      button.focus();
    });
    paragraph.className = "copy";
    paragraph.append(button, status);
    return paragraph;
  };

  const fill = (fold) => {
    const entry = fold.closest(".entry.claim");
    if (!entry || !entry.id || fold.querySelector(".copy")) return;
    const said = entry.querySelector(".says");
    const by = entry.querySelector(".by");
    fold.append(line("Copy with attribution", cited(textOf(said), textOf(by), entry.id)));
    entry.querySelectorAll(".quotation[id]").forEach((quotation) => {
      const words = textOf(quotation.querySelector("blockquote"));
      const caption = quotation.querySelector("figcaption");
      const named = caption.querySelector("a:not(.headerlink), .arrow"); // else its speaker is the claim's
      const source = named ? textOf(caption) : `${textOf(by)} · ${textOf(caption)}`;
      fold.append(line("Copy the quotation with attribution", cited(words, source, quotation.id)));
    });
  };

  // `toggle` does not bubble; listening while it is captured serves pages that come by instant navigation, too.
  document.addEventListener("toggle", (event) => event.target.matches("details.more[open]") && fill(event.target), true);
})();
