// The theme's instant navigation writes every link of a fetched page anew, and stops at links in drawings: an SVG link's
// href can be read only. Their addresses are relative and need no rewriting, so writing to them does nothing.
(function () {
  "use strict";
  var href = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  if (href && !href.set) Object.defineProperty(SVGAElement.prototype, "href", Object.assign({}, href, { set: function () {} }));
})();
