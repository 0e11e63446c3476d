// Keys for the registrar's list: comfort only, everything works without them.
// Single letters can be turned off (WCAG 2.1.4); the choice is kept in this browser.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("tbody tr")];
  const help = document.getElementById("tangenter");
  const choice = document.getElementById("kortkommandon");
  const KEY = "knutpunkt.registrar.keys";
  let at = -1;

  document.getElementById("tangentval").hidden = false;
  help.hidden = false;
  choice.checked = localStorage.getItem(KEY) !== "off";
  choice.addEventListener("change", () => localStorage.setItem(KEY, choice.checked ? "on" : "off"));

  const move = (to) => {
    if (rows.length === 0) return;
    rows[at]?.classList.remove("current");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("current");
    rows[at].querySelector("a").focus();
  };

  const keys = {
    j: () => move(at + 1),
    k: () => move(at - 1),
    x: () => rows[at]?.querySelector("input[type=checkbox]")?.click(),
    "/": () => document.getElementById("q").focus(),
    "?": () => { help.hidden = !help.hidden; },
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!choice.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  rows.forEach((row, index) => row.addEventListener("focusin", () => {
    rows[at]?.classList.remove("current");
    at = index;
    row.classList.add("current");
  }));
})();
