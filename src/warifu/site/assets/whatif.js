// Sliders over figures that were computed beforehand: they choose which point of the grid to show, and compute nothing.
(function () {
  "use strict";
  var language = document.documentElement.lang;

  function percent(share) {
    return share.toLocaleString(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  document.querySelectorAll("[data-slider]").forEach(function (box, number) {
    var held;
    try { held = JSON.parse(box.querySelector("[data-slider-json]").textContent); } catch (fault) { return; }
    var meanings = JSON.parse(box.getAttribute("data-meanings") || "[]");
    var axes = held.axes, place = box.querySelector("[data-slider-controls]"), point = box.querySelector("[data-slider-point]");
    if (!axes || !held.shares || !place) return;
    var chosen = axes.map(function (axis) { return Math.floor((axis.values.length - 1) / 2); });

    function index() {
      return axes.reduce(function (sum, axis, at) { return sum * axis.values.length + chosen[at]; }, 0);
    }
    function show() {
      var at = index();
      box.querySelectorAll("[data-mechanism]").forEach(function (row) {
        var share = held.shares[row.getAttribute("data-mechanism")][at];
        row.cells[1].textContent = percent(share);
        var bar = row.querySelector("rect:last-of-type");
        if (bar) bar.setAttribute("width", (share * 100).toFixed(1) + "%");
      });
      point.textContent = axes.map(function (axis, n) { return axis.name + " = " + axis.values[chosen[n]]; }).join(", ");
    }
    axes.forEach(function (axis, n) {
      var field = document.createElement("div"), label = document.createElement("label"), input = document.createElement("input"), out = document.createElement("output");
      field.className = "field";
      input.type = "range";
      input.min = "0";
      input.max = String(axis.values.length - 1);
      input.step = "1";
      input.value = String(chosen[n]);
      input.id = "axis-" + number + "-" + n;
      label.htmlFor = input.id;
      label.textContent = (meanings[n] || axis.meaning) + " (" + axis.name + ")";
      out.htmlFor = input.id;
      var tell = function () {
        out.textContent = String(axis.values[chosen[n]]);
        input.setAttribute("aria-valuetext", out.textContent);
      };
      input.addEventListener("input", function () { chosen[n] = Number(input.value); tell(); show(); });
      tell();
      field.appendChild(label);
      field.appendChild(input);
      field.appendChild(out);
      place.appendChild(field);
    });
    place.hidden = false;
    show();
  });
})();
