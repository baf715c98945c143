// Compares two texts of this page, word by word: paragraphs first, then the words of those that are alike.
"use strict";
(() => {
  const MOST_CELLS = 4_000_000; // of a table of two texts; beyond, paragraphs are told as a whole
  const ALIKE = 0.4; // share of common words from which on two paragraphs are one that was edited
  const status = document.getElementById("status");
  const place = document.getElementById("chosen");
  const form = document.querySelector("main form.choice");
  const language = (document.querySelector(".blocks") || document.documentElement).lang || undefined;
  const cut = new Intl.Segmenter(language, { granularity: "word" });
  const words = (text) => Array.from(cut.segment(text), (part) => part.segment);
  if (!form) return;

  // Runs of what both have, what went, what came: [sign, items].
  function runs(a, b) {
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    const x = a.slice(start, a.length - end);
    const y = b.slice(start, b.length - end);
    const found = start ? [["=", a.slice(0, start)]] : [];
    found.push(...(x.length * y.length > MOST_CELLS ? [["-", x], ["+", y]] : middle(x, y)));
    if (end) found.push(["=", a.slice(a.length - end)]);
    return found.filter(([, items]) => items.length);
  }

  function middle(a, b) {
    const row = b.length + 1;
    const long = new Uint32Array((a.length + 1) * row);
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        long[i * row + j] = a[i] === b[j] ? long[(i + 1) * row + j + 1] + 1 : Math.max(long[(i + 1) * row + j], long[i * row + j + 1]);
      }
    }
    const found = [];
    const put = (sign, item) => {
      if (!found.length || found[found.length - 1][0] !== sign) found.push([sign, []]);
      found[found.length - 1][1].push(item);
    };
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) { put("=", a[i]); i += 1; j += 1; }
      else if (i < a.length && (j === b.length || long[(i + 1) * row + j] >= long[i * row + j + 1])) { put("-", a[i]); i += 1; }
      else { put("+", b[j]); j += 1; }
    }
    return found;
  }

  function alike(a, b) {
    const left = new Set(words(a).filter((word) => word.trim()));
    const right = new Set(words(b).filter((word) => word.trim()));
    const common = [...left].filter((word) => right.has(word)).length;
    return common / Math.max(1, left.size, right.size);
  }

  const marks = { "-": "del", "+": "ins" };
  function paragraph(pieces) {
    const made = document.createElement("p");
    made.dir = "auto";
    made.className = "text";
    for (const [sign, text] of pieces) {
      if (sign === "=") made.append(text);
      else {
        const mark = document.createElement(marks[sign]);
        mark.textContent = text;
        made.append(mark);
      }
    }
    return made;
  }

  // Paragraphs that went beside paragraphs that came: those alike are compared with each other, in their order.
  function pairs(went, came) {
    const found = [];
    let next = 0;
    for (const old of went) {
      const at = came.findIndex((text, number) => number >= next && alike(old, text) >= ALIKE);
      if (at < 0) { found.push(paragraph([["-", old]])); continue; }
      found.push(...came.slice(next, at).map((text) => paragraph([["+", text]])));
      found.push(paragraph(runs(words(old), words(came[at])).map(([sign, items]) => [sign, items.join("")])));
      next = at + 1;
    }
    return [...found, ...came.slice(next).map((text) => paragraph([["+", text]]))];
  }

  const blocks = (number) => Array.from(document.querySelectorAll(`#v${number} .blocks > *`), (block) => block.textContent);

  // Whether a revision between the two was made by our own cleaner.
  function ours(old, young) {
    const [first, last] = [Math.min(old, young), Math.max(old, young)];
    return Array.from(document.querySelectorAll("section.ours"), (text) => Number(text.id.slice(1))).some((n) => n > first && n <= last);
  }

  function compare(old, young) {
    const found = runs(blocks(old), blocks(young));
    const head = document.createElement("h2");
    head.textContent = `@${old} compared with @${young}`;
    const shown = [head];
    for (let at = 0; at < found.length; at += 1) {
      const [sign, items] = found[at];
      const after = found[at + 1];
      if (sign === "=") {
        const fold = document.createElement("p");
        fold.className = "fold";
        fold.textContent = `${items.length} paragraph${items.length === 1 ? "" : "s"} unchanged`;
        shown.push(fold);
      } else if (after && after[0] !== "=") {
        shown.push(...(sign === "-" ? pairs(items, after[1]) : pairs(after[1], items)));
        at += 1;
      } else shown.push(...items.map((text) => paragraph([[sign, text]])));
    }
    place.replaceChildren(...shown);
    const changed = shown.filter((one) => one.className === "text").length;
    status.textContent = `@${old} and @${young}: ${changed} paragraph${changed === 1 ? "" : "s"} changed. Compared in your browser, words alone; what to look at stands with each edit in the history.${ours(old, young) ? " Among these revisions is one that our own cleaner made: not all of this is the publisher's doing." : ""}`;
  }

  function asked(query) {
    const [old, young] = ["old", "new"].map((name) => Number(query.get(name)));
    if (![old, young].every((number) => Number.isInteger(number) && document.getElementById(`v${number}`))) return;
    form.elements.old.value = String(old);
    form.elements.new.value = String(young);
    compare(old, young);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(new FormData(form));
    history.replaceState(null, "", `?${query}`);
    asked(query);
  });
  asked(new URLSearchParams(location.search));
})();
