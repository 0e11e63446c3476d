// Warns some minutes before a login ends, extends it by one click, and leaves the page when it has ended.
// Comfort only: without it the end is told when the next page is asked for, and what is posted then is kept.
"use strict";
(() => {
  const WARN = 300; // seconds before the end
  const LAST = 60; // seconds before the end: told once more to who has closed the warning
  const ASK = 60; // seconds between looks: another tab may have been used meanwhile
  const RESUME = "knutpunkt.resume";
  const dialog = document.getElementById("login-time");
  const minutes = dialog.querySelector(".minutes");
  const last = dialog.querySelector(".last");
  const [stay] = dialog.querySelectorAll("form");
  const draft = document.querySelector("main form.step");
  // by the clock on the wall: a machine that slept has grown older too
  const now = () => Date.now() / 1000;
  let end = now() + Number(dialog.dataset.left);
  let asked = now();
  let typed = false;
  let typing = "";
  let closed = Infinity; // told and closed when so many seconds were left
  let timer;

  document.addEventListener("focusin", (event) => {
    if (event.target.id && !dialog.contains(event.target)) typing = event.target.id;
  });
  draft?.addEventListener("input", () => { typed = true; });
  draft?.addEventListener("change", () => { typed = true; });
  dialog.addEventListener("close", () => { closed = end - now(); });

  // The seconds left by the server's own word; undefined where it cannot be heard.
  const told = async (request) => {
    asked = now();
    try {
      const answer = await request;
      const left = answer.ok ? (await answer.json()).left : undefined;
      if (left !== undefined) end = now() + left;
      return left;
    } catch {
      return undefined;
    }
  };
  const look = () => told(fetch("/inloggning", { headers: { Accept: "application/json" } }));

  const leave = async () => {
    const here = "/logga-in?igen=1&till=" + encodeURIComponent(location.pathname + location.search);
    sessionStorage.setItem(RESUME, JSON.stringify({ path: location.pathname, field: typing }));
    if (!draft || !typed) return location.assign(here);
    // after its end the login lets nobody see anything, but what is typed is kept for its person
    const body = new FormData(draft);
    body.append("_visa", "1");
    try {
      // by attribute: a field may be called action
      const answer = await fetch(draft.getAttribute("action"), { method: "POST", body });
      return location.assign(answer.redirected ? answer.url : here);
    } catch {
      return false; // no network: what is typed stays where it is, and the next tick tries again
    }
  };

  const show = (left) => {
    const shown = String(Math.max(1, Math.ceil(left / 60)));
    if (minutes.textContent !== shown) minutes.textContent = shown;
    if (!dialog.open && closed > (left <= LAST ? LAST : WARN)) dialog.showModal();
  };

  const tick = async () => {
    clearTimeout(timer);
    if (end - now() <= WARN && now() - asked >= ASK) await look();
    if (end - now() <= 0 && (await look()) === 0 && (await leave()) !== false) return;
    const left = end - now();
    if (left > WARN) {
      closed = Infinity;
      if (dialog.open) dialog.close();
      closed = Infinity;
    } else {
      show(Math.max(left, 0));
    }
    timer = setTimeout(tick, Math.min(5, Math.max(1, left - WARN)) * 1000);
  };

  stay.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(stay));
    await told(fetch(stay.getAttribute("action"), { method: "POST", body }));
    if (end - now() > WARN) dialog.close();
    else last.hidden = false; // the longest time is near, or nobody answered: Escape closes the warning
  });

  const resumed = JSON.parse(sessionStorage.getItem(RESUME) || "null");
  if (resumed && resumed.path === location.pathname) {
    sessionStorage.removeItem(RESUME);
    document.getElementById(resumed.field)?.focus();
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tick(); });
  tick();
})();
