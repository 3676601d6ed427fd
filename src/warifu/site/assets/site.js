// What every page can do with a script: choose light or dark, sort a table by a column, filter its rows by words.
(function () {
  "use strict";

  function themeButton() {
    var button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    var root = document.documentElement;
    var dark = function () {
      var chosen = root.getAttribute("data-theme");
      return chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    };
    var show = function () { button.setAttribute("aria-pressed", String(dark())); };
    show();
    button.addEventListener("click", function () {
      var next = dark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try { localStorage.setItem("warifu-theme", next); } catch (fault) { /* a page from a disk may not keep things */ }
      show();
    });
  }

  function worth(cell) {
    var given = cell.getAttribute("data-sort");
    var text = given === null ? cell.textContent.trim() : given;
    var number = Number(text.replace(/[\s\u00a0,]/g, "").replace("−", "-"));
    return text !== "" && !isNaN(number) ? number : text;
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b));
  }

  function sortable(table) {
    var heads = table.querySelectorAll("thead th");
    heads.forEach(function (head, column) {
      if (!head.textContent.trim()) return;
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var body = table.tBodies[0];
        var rows = Array.prototype.slice.call(body.rows).map(function (row, place) {
          return { row: row, key: worth(row.cells[column]), place: place };
        });
        rows.sort(function (a, b) { return (down ? compare(b.key, a.key) : compare(a.key, b.key)) || a.place - b.place; });
        rows.forEach(function (item) { body.appendChild(item.row); });
      });
    });
  }

  function filterable(table) {
    var input = document.getElementById(table.getAttribute("data-filter"));
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return row.textContent.normalize("NFKC").toLowerCase(); });
    input.addEventListener("input", function () {
      var words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(function (row, place) {
        row.hidden = !words.every(function (word) { return texts[place].indexOf(word) >= 0; });
      });
    });
  }

  // A link to a place inside a closed part opens that part.
  function reveal() {
    var name = decodeURIComponent(location.hash.slice(1));
    var place = name && document.getElementById(name);
    for (var around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    if (place) {
      place.querySelectorAll("details").forEach(function (part, n) { if (n === 0) part.open = true; });
      place.scrollIntoView();
    }
  }

  themeButton();
  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  document.querySelectorAll("table[data-filter]").forEach(filterable);
  window.addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
