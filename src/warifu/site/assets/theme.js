// Runs before the page is painted, so that a chosen scheme never flashes. Nothing is kept but the choice itself.
(function () {
  "use strict";
  var chosen = null;
  try { chosen = localStorage.getItem("warifu-theme"); } catch (fault) { chosen = null; }
  document.documentElement.classList.add("script");  // what only a script can do is shown from the first paint on
  if (chosen === "light" || chosen === "dark") document.documentElement.setAttribute("data-theme", chosen);
})();
