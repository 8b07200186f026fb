// Four things that the theme's instant navigation needs to get along with our pages. Runs before the theme's script.
(function () {
  "use strict";
  // It writes every link of a fetched page anew, and stops at links in drawings: an SVG link's href can be read only.
  // Their addresses are relative and need no rewriting, so writing to them does nothing.
  var href = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  if (href && !href.set) Object.defineProperty(SVGAElement.prototype, "href", Object.assign({}, href, { set: function () {} }));
  // It makes every address of the page absolute by setting it to itself, which for a sheet of styles means: loaded anew,
  // the page without styles and fonts until then. So a sheet keeps its address and only says that it is absolute: then it
  // is also known again as the one that the next page has.
  document.querySelectorAll("link[rel=stylesheet]").forEach(function (sheet) {
    var absolute = sheet.cloneNode();
    absolute.setAttribute("href", sheet.href);
    Object.defineProperties(sheet, {
      href: { get: function () { return absolute.href; }, set: function () {} },
      outerHTML: { get: function () { return absolute.outerHTML; } },
    });
  });
  // It takes the next page out of the browser's store, however old: have it ask the host whether that is still the page.
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function () {
    open.apply(this, arguments);
    this.setRequestHeader("Cache-Control", "max-age=0");
  };
  // From a folder there is no instant navigation, and the theme, trying it, never says that the page is there.
  var element = document.getElementById("__config");
  if (location.protocol === "file:" && element) {
    var config = JSON.parse(element.textContent);
    config.features = config.features.filter(function (name) { return name.indexOf("navigation.instant") !== 0; });
    element.textContent = JSON.stringify(config);
  }
})();
