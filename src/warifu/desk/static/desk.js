// The desk in the browser: keys, marks, anchors, drafts. Everything also works without it, by plain forms.
"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const typing = (node) => node && (node.matches("input:not([type=checkbox], [type=radio]), textarea, select") || node.isContentEditable);
  const points = (text) => [...text].length; // offsets count code points, as the ledger does
  let armed = null;      // the row whose words are being pointed at
  let selected = null;   // [start, end] of the last selection in the text

  // -- places in the text -------------------------------------------------------------------------------------------
  function place(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!piece) return null;
    if (node.nodeType !== Node.TEXT_NODE) return Number(piece.dataset.at) + (offset ? points(piece.textContent) : 0);
    return Number(piece.dataset.at) + points(node.data.slice(0, offset));
  }
  function spot(at, end) { // the DOM place of an offset; of the end of a range where `end`
    let found = null;
    for (const piece of $$("#text [data-at]")) {
      const start = Number(piece.dataset.at);
      if (start > at || (end && start >= at)) break;
      found = piece;
    }
    if (!found) return null;
    const text = found.firstChild;
    if (!text) return [found, 0];
    const letters = [...text.data].slice(0, at - Number(found.dataset.at)).join("");
    return [text, Math.min(letters.length, text.data.length)];
  }
  function range(start, end) {
    const from = spot(start, false), to = spot(end, true);
    if (!from || !to) return null;
    const made = document.createRange();
    made.setStart(...from); made.setEnd(...to);
    return made;
  }
  function words() { // [start, end] of every word of the text shown
    const found = [];
    const lang = $("#text")?.lang || "en";
    const cut = window.Intl && Intl.Segmenter ? new Intl.Segmenter(lang || "en", { granularity: "word" }) : null;
    for (const line of $$("#text .line")) {
      const first = $("[data-at]", line);
      if (!first) continue;
      const base = Number(first.dataset.at), text = line.textContent;
      let at = base;
      const parts = cut ? [...cut.segment(text)].map((one) => [one.segment, one.isWordLike]) : text.split(/(\s+)/).map((one) => [one, /\S/.test(one)]);
      for (const [part, isWord] of parts) {
        const size = points(part);
        if (isWord) found.push([at, at + size]);
        at += size;
      }
    }
    return found;
  }
  function show(start, end) {
    if (!window.Highlight) return;
    const made = range(start, end);
    CSS.highlights.set("anchor", made ? new Highlight(made) : new Highlight());
  }
  function anchor(row, start, end) {
    const key = row.dataset.anchor;
    $(`[name="${key}.start"]`, row).value = start;
    $(`[name="${key}.end"]`, row).value = end;
    const made = range(start, end);
    const quote = $("[data-quote]", row);
    quote.textContent = made ? made.toString() : "";
    quote.classList.add("moved");
    show(start, end);
    changed();
    draft();
  }
  function anchored(row) {
    const key = row.dataset.anchor;
    const start = $(`[name="${key}.start"]`, row).value, end = $(`[name="${key}.end"]`, row).value;
    return start === "" ? null : [Number(start), Number(end)];
  }

  // -- marks --------------------------------------------------------------------------------------------------------
  function light(name, on, scroll) {
    let first = null;
    for (const mark of $$("mark[data-names], .box[data-names]")) {
      const hit = on && name && mark.dataset.names.split(" ").includes(name);
      mark.classList.toggle("lit", Boolean(hit));
      if (hit && !first) first = mark;
    }
    if (first && scroll) first.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-anchor]");
    if (row) {
      armed = row;
      document.body.classList.add("arming");
      light(row.dataset.field, true, true);
      const at = anchored(row);
      if (at) show(...at);
    } else if (event.target.closest(".form") || event.target.closest("header")) {
      armed = null;
      document.body.classList.remove("arming");
      light("", false);
      if (window.Highlight) CSS.highlights.delete("anchor");
    }
  });
  document.addEventListener("mouseover", (event) => {
    const row = event.target.closest("[data-field]");
    if (row && !armed) light(row.dataset.field, true, false);
  });
  document.addEventListener("mouseup", (event) => {
    if (!event.target.closest || !event.target.closest("#text")) return;
    const choice = getSelection();
    if (!choice.isCollapsed && $("#text").contains(choice.anchorNode) && $("#text").contains(choice.focusNode)) {
      const made = choice.getRangeAt(0);
      const start = place(made.startContainer, made.startOffset), end = place(made.endContainer, made.endOffset);
      if (start !== null && end !== null && end > start) {
        selected = [start, end];
        if (armed) { anchor(armed, start, end); choice.removeAllRanges(); } else $("#missed-button")?.removeAttribute("hidden");
      }
      return;
    }
    $("#missed-button")?.setAttribute("hidden", "");
    selected = null;
    const at = document.caretPositionFromPoint ? document.caretPositionFromPoint(event.clientX, event.clientY) : document.caretRangeFromPoint(event.clientX, event.clientY);
    if (!at) return;
    const here = place(at.offsetNode || at.startContainer, at.offset ?? at.startOffset);
    if (here === null) return;
    if (armed) {
      const word = words().find(([start, end]) => start <= here && here < end);
      if (word) anchor(armed, ...word);
      return;
    }
    const mark = event.target.closest("mark[data-names]");
    const name = mark && mark.dataset.names.split(" ").find((one) => one !== "passage");
    const row = name && $(`[data-field="${name}"]`);
    if (row) $("select, input:not([type=hidden])", row)?.focus();
  });
  document.addEventListener("selectionchange", () => {
    const choice = getSelection();
    if (armed || choice.isCollapsed || !$("#text") || !$("#text").contains(choice.anchorNode)) return;
    const made = choice.getRangeAt(0);
    const start = place(made.startContainer, made.startOffset), end = place(made.endContainer, made.endOffset);
    if (start !== null && end !== null && end > start) { selected = [start, end]; $("#missed-button")?.removeAttribute("hidden"); }
  });
  function shift(row, step, wider) {
    const all = words(), now = anchored(row) || selected;
    if (!all.length) return;
    if (!now) { anchor(row, ...all[0]); return; }
    let first = all.findIndex(([, end]) => end > now[0]), last = all.findLastIndex(([start]) => start < now[1]);
    if (first < 0) first = 0;
    if (last < first) last = first;
    if (wider) last = Math.max(first, Math.min(all.length - 1, last + step));
    else { first = Math.max(0, Math.min(all.length - 1, first + step)); last = first; }
    anchor(row, all[first][0], all[last][1]);
    spot(all[first][0], false)?.[0]?.parentElement?.scrollIntoView({ block: "nearest" });
  }

  // -- the form -----------------------------------------------------------------------------------------------------
  let before = "";
  const state = (form) => [...new FormData(form)].filter(([name]) => /^[fps]\./.test(name)).map(String).join("|");
  function changed() {
    const form = $("#judge"), button = $("[data-accept]");
    if (!form || !button) return;
    const differs = state(form) !== before;
    $("span", button).textContent = differs ? button.dataset.changed : button.dataset.plain;
  }
  let timer = 0;
  function draft() {
    const form = $("#judge");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!form.isConnected) return;
      fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-CSRF-Token": document.body.dataset.csrf } }).catch(() => {});
    }, 900);
  }
  document.addEventListener("input", (event) => {
    if (event.target.closest("#judge")) { changed(); draft(); }
  });
  document.addEventListener("change", (event) => {
    const node = event.target;
    if (node.matches("[data-auto]")) node.form.requestSubmit();
    if (node.matches("[data-all]")) $$('input[name="about"]').forEach((one) => { one.checked = node.checked; });
    if (node.matches("[data-deal]")) {
      $("[data-new-deal]")?.toggleAttribute("hidden", node.value !== "new");
      $("[data-old-deal]")?.toggleAttribute("hidden", node.value === "new");
    }
    if (node.matches("[data-kind]")) $$("[data-for]", node.form).forEach((one) => {
      const off = !one.dataset.for.split(" ").includes(node.value);
      one.hidden = off;
      $$("input, select", one).forEach((field) => { field.disabled = off; });
    });
  });
  document.addEventListener("click", (event) => {
    const node = event.target.closest("button, summary");
    if (!node) return;
    if (node.dataset.open) open(node.dataset.open);
    if ("close" in node.dataset) node.closest("dialog").close();
    if ("untold" in node.dataset) {
      const on = $(".fields").classList.toggle("all-fields");
      node.setAttribute("aria-expanded", String(on));
    }
    if ("more" in node.dataset) {
      const row = $(".new[hidden]", node.parentElement);
      if (row) { row.hidden = false; $("input", row).focus(); }
    }
    if ("togglePdf" in node.dataset) {
      const text = $(".source").classList.toggle("show-text");
      node.setAttribute("aria-pressed", String(!text));
    }
  });
  function open(name) {
    const sheet = document.getElementById(name);
    if (!sheet || sheet.open) return;
    if (name === "missed") {
      const made = selected && range(...selected);
      $("[name=start]", sheet).value = selected ? selected[0] : "";
      $("[name=end]", sheet).value = selected ? selected[1] : "";
      $("[data-selected]", sheet).textContent = made ? made.toString() : "";
      $("[data-select-first]", sheet).hidden = Boolean(selected);
      $("[data-kind]", sheet).dispatchEvent(new Event("change", { bubbles: true }));
    }
    sheet.showModal();
  }

  // -- keys ---------------------------------------------------------------------------------------------------------
  function step(by) {
    const rows = $$("[data-row]");
    if (!rows.length) return;
    const now = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + by))];
    $(".go", next).focus();
  }
  document.addEventListener("keydown", (event) => {
    const row = (event.target.closest && event.target.closest("[data-anchor]")) || armed;
    if (row && event.altKey && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      shift(row, event.key === "ArrowRight" ? 1 : -1, event.shiftKey);
      event.preventDefault();
      return;
    }
    if (event.key === "Escape" && typing(event.target) && !event.target.closest("dialog")) { event.target.blur(); $("#desk")?.focus(); event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary, [data-row]")) return;
    const chosen = document.activeElement && document.activeElement.closest("[data-row]");
    switch (event.key) {
      case "j": step(1); break;
      case "k": step(-1); break;
      case "e": if (chosen) { const box = $("input[type=checkbox]", chosen); if (box) box.checked = !box.checked; } break;
      case "b": $("#begin")?.click(); break;
      case "d": $("#deal")?.focus(); break;
      case "f": $("[data-untold]")?.click(); break;
      case "i": $(".field:not(.untold) select, .field:not(.untold) input:not([type=hidden])")?.focus(); break;
      case "?": open("keys-sheet"); break;
      case "u": { const form = $("#undo-form"); if (form) form.requestSubmit(); break; }
      case "/": $("[type=search]")?.focus(); break;
      default: {
        const own = chosen && $(`[data-row-key="${CSS.escape(event.key)}"]`, chosen);
        const node = own || $$(`[data-key="${CSS.escape(event.key)}"]`).find((one) => !one.disabled && (!one.hidden || one.dataset.open));
        if (!node) return;
        node.click();
      }
    }
    event.preventDefault();
  });

  // -- after each answer --------------------------------------------------------------------------------------------
  function begin() {
    armed = null; selected = null;
    document.body.classList.remove("arming");
    const form = $("#judge");
    before = form ? state(form) : "";
    $("mark.m-passage")?.scrollIntoView({ block: "center" });
    scrollTo(0, 0);
    const wrong = $('[aria-invalid="true"]');
    if (wrong) wrong.focus();
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "desk" || event.target.closest?.("#desk") === event.target) { begin(); if (!$('[aria-invalid="true"]')) $("#desk").focus({ preventScroll: true }); }
  });
  document.addEventListener("htmx:beforeSwap", () => clearTimeout(timer));
  document.addEventListener("htmx:sendError", () => { $("#says").textContent = "✗"; });
  setInterval(() => { const word = $("#says .flash"); if (word && !word.matches(":hover")) { word.dataset.age = Number(word.dataset.age || 0) + 1; if (Number(word.dataset.age) > 4) word.remove(); } }, 2000);
  begin();
})();
