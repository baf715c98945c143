// Looks through headlines, outlets, tags and what edits changed: all words that were asked for, in any order.
"use strict";
(() => {
  const MOST = 60;
  const status = document.getElementById("status");
  const hits = document.getElementById("hits");
  const input = document.getElementById("q");
  // A word is found where it begins one; signs of scripts without spaces anywhere.
  const fold = (text) => ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;
  const holds = (text, word) => text.includes(unspaced.test(word) ? word : ` ${word}`);
  let rows = null;

  async function load() {
    if (rows === null) {
      const answer = await fetch("search.json");
      if (!answer.ok) throw new Error(String(answer.status));
      rows = (await answer.json()).map((row) => ({ row, name: fold(row[0]), all: fold([row[0], row[2], row[5], row[6]].join(" ")) }));
    }
    return rows;
  }

  function element(name, text, type) {
    const made = document.createElement(name);
    made.textContent = text;
    made.dir = "auto";
    if (type) made.className = type;
    return made;
  }

  function card([headline, page, host, day, revisions, tags, said]) {
    const made = document.createElement("article");
    made.className = "card";
    const link = element("a", headline);
    link.href = page;
    const head = document.createElement("h2");
    head.append(link);
    const counted = `${host}, ${day}, ${revisions} revision${revisions === 1 ? "" : "s"}${tags ? `, ${tags}` : ""}`;
    made.append(head, element("p", counted, "meta"));
    if (said) made.append(element("p", said, "said"));
    return made;
  }

  async function look() {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    if (!words.length) {
      hits.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      await load();
    } catch {
      status.textContent = "The list of articles could not be read. A site that is opened as a file has no search: put it on a server.";
      return;
    }
    const found = rows.filter(({ all }) => words.every((word) => holds(all, word)));
    const inName = ({ name }) => words.every((word) => holds(name, word));
    const shown = [...found.filter(inName), ...found.filter((one) => !inName(one))].slice(0, MOST);
    hits.replaceChildren(...shown.map(({ row }) => card(row)));
    const more = found.length > shown.length ? `; the first ${shown.length} stand here` : "";
    status.textContent = `${found.length} article${found.length === 1 ? "" : "s"}${more}.`;
  }

  document.querySelector("main form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    look();
  });
  input.value = (new URLSearchParams(location.search).get("q") || "").slice(0, 300);
  look();
})();
