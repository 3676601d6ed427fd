// The list of deals: filters, sorts and searches all of them in the page. The rows come from assets/deals.js.
(function () {
  "use strict";
  var C = { id: 0, title: 1, file: 2, areas: 3, year: 4, first: 5, stage: 6, depth: 7, form: 8, binding: 9, status: 10,
            sum: 11, gaps: 12, support: 13, counted: 14, umbrella: 15, words: 16 };
  var deals = window.warifuDeals;
  var table = document.querySelector("[data-deals]");
  var form = document.querySelector("[data-deals-filter]");
  if (!deals || !table || !form) return;
  var body = table.tBodies[0];
  var found = document.querySelector("[data-deals-found]");
  var more = document.querySelector("[data-deals-more]");
  var STEP = 100;
  var shown = STEP;
  var order = { column: null, down: false };
  var matches = deals;
  var first = true;

  var words = {};
  ["stage", "form", "binding", "status"].forEach(function (name) {
    words[name] = {};
    document.querySelectorAll("#f-" + name + " option").forEach(function (option) {
      if (option.value) words[name][option.value] = option.textContent;
    });
  });
  var areas = Array.prototype.slice.call(document.querySelectorAll("#f-area option")).slice(1).map(function (option) {
    return { id: option.getAttribute("data-id"), href: option.getAttribute("data-href"), name: option.textContent };
  });

  var labels = Array.prototype.map.call(table.querySelectorAll("thead th"), function (head) {
    return head.firstChild.textContent.trim();
  });
  var language = table.getAttribute("data-language");
  var units = { en: [[1e12, "\u00a0tn"], [1e9, "\u00a0bn"], [1e6, "\u00a0m"]],
                ja: [[1e12, "兆"], [1e8, "億"], [1e4, "万"]],
                ru: [[1e12, "\u00a0трлн"], [1e9, "\u00a0млрд"], [1e6, "\u00a0млн"]] }[language];
  function short(value) {
    for (var i = 0; i < units.length; i++) {
      if (Math.abs(value) >= units[i][0]) {
        var scaled = value / units[i][0];
        var places = Math.abs(scaled) < 10 ? 2 : Math.abs(scaled) < 100 ? 1 : 0;
        return written(scaled, places) + units[i][1];
      }
    }
    return written(value, Number.isInteger(value) ? 0 : 2);
  }
  function written(value, places) {
    var text = Math.abs(value).toFixed(places).split(".");
    var whole = text[0].replace(/\B(?=(\d{3})+$)/g, language === "ru" ? "\u00a0" : ",");
    return (value < 0 ? "−" : "") + whole + (text[1] ? (language === "ru" ? "," : ".") + text[1] : "");
  }
  var MONTHS = {
    en: "January February March April May June July August September October November December".split(" "),
    ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
    alone: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ")
  };
  var marks = { "~": "data-about", "?": "data-unsure", "%": "data-both" };
  function point(text) {
    var found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(text);
    if (!found) return text;
    var year = found[1], month = +found[2], day = +found[3], said;
    if (language === "ja") said = year + "年" + (month ? month + "月" : "") + (day ? day + "日" : "");
    else if (!month) said = year;
    else if (!day) said = MONTHS[language === "ru" ? "alone" : "en"][month - 1] + " " + year;
    else said = day + " " + MONTHS[language][month - 1] + " " + year;
    return found[4] ? said + " (" + table.getAttribute(marks[found[4]]) + ")" : said;
  }
  // A date in words, as partial as it is told: the same words as the build writes.
  function dated(text) {
    if (text.indexOf("/") < 0) return point(text);
    return text.split("/").map(function (end) {
      return end === "" || end === ".." ? table.getAttribute("data-open") : point(end);
    }).join(" – ");
  }

  function value(name) { return document.getElementById(name).value; }
  function checked(name) { return document.getElementById(name).checked; }
  function folded(text) { return text.normalize("NFKC").toLowerCase(); }

  function select() {
    var query = folded(value("q")).split(/\s+/).filter(Boolean);
    var area = value("f-area"), year = value("f-year"), stage = value("f-stage"), paper = value("f-form");
    var binding = value("f-binding"), status = value("f-status"), counted = checked("f-counted"), gaps = checked("f-gaps");
    matches = deals.filter(function (deal) {
      for (var i = 0; i < query.length; i++) if (deal[C.words].indexOf(query[i]) < 0) return false;
      return (area === "" || deal[C.areas].indexOf(+area) >= 0) && (year === "" || deal[C.year] === +year) &&
        (stage === "" || deal[C.stage] === stage) && (paper === "" || deal[C.form] === paper) &&
        (binding === "" || deal[C.binding] === binding) && (status === "" || deal[C.status] === status) &&
        (!counted || deal[C.counted]) && (!gaps || deal[C.gaps]);
    });
    if (order.column !== null) {
      var column = order.column, way = order.down ? -1 : 1;
      matches = matches.slice().sort(function (a, b) {
        var x = column === C.areas ? (a[column][0] === undefined ? 1e9 : a[column][0]) : a[column];
        var y = column === C.areas ? (b[column][0] === undefined ? 1e9 : b[column][0]) : b[column];
        if (x === null || x === "") return y === null || y === "" ? 0 : 1;  // what is not told stands last, both ways
        if (y === null || y === "") return -1;
        return way * (typeof x === "number" ? x - y : x < y ? -1 : x > y ? 1 : 0);
      });
    }
  }

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }
  function untold(cell, key) { cell.appendChild(element("span", table.getAttribute(key || "data-untold"), "unknown")); return cell; }

  function row(deal) {
    var line = element("tr", null, deal[C.counted] ? "" : "apart");
    var head = element("th");
    head.scope = "row";
    var link = element("a");
    link.href = "deals/" + deal[C.file] + ".html";
    var title = element("bdi", deal[C.title]);
    if (language !== "en") title.lang = "en";
    link.appendChild(title);
    head.appendChild(link);
    if (deal[C.umbrella]) { head.appendChild(document.createTextNode(" ")); head.appendChild(element("span", table.getAttribute("data-umbrella"), "tag")); }
    head.appendChild(element("span", deal[C.id], "id"));
    line.appendChild(head);
    var cell = element("td", null, "areas");
    deal[C.areas].forEach(function (place) {
      var chip = element("a", areas[place].id, "chip");
      chip.href = areas[place].href;
      chip.title = areas[place].name;
      cell.appendChild(chip);
    });
    line.appendChild(cell);
    cell = element("td", deal[C.first] ? dated(deal[C.first]) : null, "when");
    line.appendChild(deal[C.first] ? cell : untold(cell, "data-undated"));
    ["stage", "form", "binding"].forEach(function (name) {
      var word = deal[C[name]];
      var one = word ? element("td", words[name][word] || word) : untold(element("td"));
      if (name === "binding") one.setAttribute("data-label", labels[5]);
      line.appendChild(one);
    });
    cell = element("td", deal[C.sum] === null ? null : short(deal[C.sum]), "num");
    cell.setAttribute("data-label", labels[6]);
    line.appendChild(deal[C.sum] === null ? untold(cell) : cell);
    cell = element("td", null, "num");
    if (deal[C.gaps]) { cell.appendChild(element("span", "◆", "gapmark")); cell.appendChild(document.createTextNode(" " + deal[C.gaps])); } else cell.appendChild(element("span", "–", "quiet"));
    cell.setAttribute("data-label", labels[7]);
    line.appendChild(cell);
    cell = element("td", String(deal[C.support]), "num");
    cell.setAttribute("data-label", labels[8]);
    line.appendChild(cell);
    return line;
  }

  function draw() {
    var rows = document.createDocumentFragment();
    matches.slice(0, shown).forEach(function (deal) { rows.appendChild(row(deal)); });
    body.replaceChildren(rows);
    more.hidden = matches.length <= shown;
  }
  function tell() {
    found.textContent = matches.length
      ? found.getAttribute("data-words").replace("{n}", matches.length.toLocaleString(language)).replace("{all}", deals.length.toLocaleString(language))
      : found.getAttribute("data-none");
  }
  function update() {
    shown = STEP;
    select();
    draw();
    tell();
    var pager = document.querySelector("[data-deals-pager]");
    if (pager) pager.hidden = true;
  }

  var columns = [C.title, C.areas, C.first, C.depth, C.form, C.binding, C.sum, C.gaps, C.support];
  var heads = table.querySelectorAll("thead th");
  heads.forEach(function (head, place) {
    var button = element("button");
    button.type = "button";
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener("click", function () {
      var same = order.column === columns[place];
      order = { column: columns[place], down: same ? !order.down : [C.sum, C.gaps, C.support, C.depth].indexOf(columns[place]) >= 0 };
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      update();
    });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  form.addEventListener("reset", function () { setTimeout(update, 0); });
  more.querySelector("button").addEventListener("click", function () {
    var from = shown;
    shown += STEP;
    var rows = document.createDocumentFragment();
    matches.slice(from, shown).forEach(function (deal) { rows.appendChild(row(deal)); });
    body.appendChild(rows);
    more.hidden = matches.length <= shown;
  });
  tell();
  if (value("q")) update();  // a browser that goes back keeps what was typed
})();
