// "Cite" copies: opening it puts the sentence on the clipboard, and every further sentence below it has a button of its
// own. Without scripts, or where a browser gives scripts no clipboard, the sentence stands there to be selected.
(() => {
  const words = () => document.querySelector("[data-copied]").dataset;

  // Pages over http that are not local have no clipboard for scripts.
  const fallBack = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) throw new Error("nothing was copied");
  };

  const copy = async (paragraph) => {
    const text = paragraph.querySelector(".cited").textContent;
    const { copied, failed } = words();
    let said = copied;
    try {
      await navigator.clipboard.writeText(text).catch(() => fallBack(text));
    } catch {
      said = failed;
    }
    paragraph.querySelector("[role=status]").textContent = ` ${said}`;
  };

  const fill = (fold) => {
    const paragraphs = [...fold.querySelectorAll(".citation")];
    paragraphs.forEach((paragraph) => {
      if (paragraph.querySelector("[role=status]")) return;
      const button = document.createElement("button");
      const status = document.createElement("span");
      button.type = "button";
      button.className = "copy-button";
      button.textContent = words().copy;
      button.addEventListener("click", () => copy(paragraph));
      status.setAttribute("role", "status");
      paragraph.append(" ", button, status);
    });
    copy(paragraphs[0]);
  };

  // `toggle` does not bubble; listening while it is captured serves pages that come by instant navigation, too.
  document.addEventListener("toggle", (event) => event.target.matches("details.cite[open]") && fill(event.target), true);
  // One that was opened before this script came: it waits for the first sign of a reader.
  document.querySelectorAll("details.cite[open]").forEach(fill);
})();
