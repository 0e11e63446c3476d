// Warns some minutes before a login ends, extends it by one click, and leaves the page when it has ended.
// Comfort only: without it the end is told when the next page is asked for, and what is posted then is kept.
"use strict";
(() => {
  const WARN = 300; // seconds before the end
  const ASK = 60; // seconds between looks: another tab may have been used meanwhile
  const RESUME = "knutpunkt.resume";
  const dialog = document.getElementById("login-time");
  const minutes = dialog.querySelector(".minutes");
  const [stay] = dialog.querySelectorAll("form");
  const draft = document.querySelector("main form.step");
  let end = performance.now() / 1000 + Number(dialog.dataset.left);
  let asked = performance.now() / 1000;
  let typing = "";

  const now = () => performance.now() / 1000;
  document.addEventListener("focusin", (event) => {
    if (event.target.id && !dialog.contains(event.target)) typing = event.target.id;
  });

  const look = async () => {
    asked = now();
    try {
      const answer = await fetch("/inloggning", { headers: { Accept: "application/json" } });
      if (answer.ok) end = now() + (await answer.json()).left;
    } catch {
      // no network: the time that was told holds
    }
  };

  const leave = async () => {
    sessionStorage.setItem(RESUME, JSON.stringify({ path: location.pathname, field: typing }));
    if (draft) {
      // after its end the login lets nobody see anything, but what is typed is kept for its person
      await fetch(draft.action, { method: "POST", body: new FormData(draft), redirect: "manual" }).catch(() => {});
    }
    location.assign("/logga-in?igen=1&till=" + encodeURIComponent(location.pathname + location.search));
  };

  const tick = async () => {
    if (end - now() <= WARN && now() - asked >= (end - now() <= 0 ? 2 : ASK)) await look();
    const left = end - now();
    if (left <= 0) {
      await look();
      if (end - now() <= 0) return leave();
    }
    if (left <= WARN) {
      const shown = String(Math.max(1, Math.ceil(left / 60)));
      if (minutes.textContent !== shown) minutes.textContent = shown;
      if (!dialog.open) dialog.showModal();
    } else if (dialog.open) {
      dialog.close();
    }
    setTimeout(tick, Math.min(5, Math.max(1, left - WARN)) * 1000);
  };

  stay.addEventListener("submit", async (event) => {
    event.preventDefault();
    const before = end;
    const answer = await fetch(stay.action, { method: "POST", body: new URLSearchParams(new FormData(stay)) }).catch(() => null);
    if (answer && answer.ok) end = now() + (await answer.json()).left;
    if (end - now() > WARN) dialog.close();
    else if (end - before < 1) dialog.querySelector(".last").hidden = false; // the longest time is near: it cannot be extended
  });

  const resumed = JSON.parse(sessionStorage.getItem(RESUME) || "null");
  if (resumed && resumed.path === location.pathname) {
    sessionStorage.removeItem(RESUME);
    document.getElementById(resumed.field)?.focus();
  }
  tick();
})();
