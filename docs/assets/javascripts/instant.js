// Two things that the theme's instant navigation needs to get along with our pages. Runs before the theme's script.
(function () {
  "use strict";
  // It writes every link of a fetched page anew, and stops at links in drawings: an SVG link's href can be read only.
  // Their addresses are relative and need no rewriting, so writing to them does nothing.
  var href = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  if (href && !href.set) Object.defineProperty(SVGAElement.prototype, "href", Object.assign({}, href, { set: function () {} }));
  // From a folder there is no instant navigation, and the theme, trying it, never says that the page is there.
  var element = document.getElementById("__config");
  if (location.protocol === "file:" && element) {
    var config = JSON.parse(element.textContent);
    config.features = config.features.filter(function (name) { return name.indexOf("navigation.instant") !== 0; });
    element.textContent = JSON.stringify(config);
  }
})();
