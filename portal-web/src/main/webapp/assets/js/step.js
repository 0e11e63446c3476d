// Comfort for the steps of a form; each of them works without it. News on top of the page (errors, new questions) gets
// the focus; an answer that opens or closes other questions shows and hides them at once, and moves no focus.
(() => {
  'use strict';
  const row = location.hash && document.querySelector('[data-row]#' + CSS.escape(location.hash.slice(1)));
  if (row) {
    row.focus();
  }
  const news = document.querySelector('[data-focus=true]');
  if (news) {
    news.focus();
  }

  const form = document.querySelector('form.step');
  if (!form) {
    return;
  }
  // By attribute: a field may be called "action" or "elements" and would hide the property.
  const action = form.getAttribute('action');
  let running = null;

  const typed = () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') {
        body.append(name, value);
      }
    }
    body.append('_visa', '1');
    return body;
  };

  const childrenOf = (box) => Array.from(box.children).filter((child) => child.dataset.field);

  const optionsOf = (field) =>
    Array.from(field.querySelectorAll('input[type=radio], input[type=checkbox], option'), (option) => option.value).join('\n');

  // Takes what is new and drops what is gone; what stays is not touched, so that nothing typed meanwhile is lost. What can
  // be chosen may change with other answers; what is worked out always does.
  const mergeBox = (box, fresh) => {
    const here = new Map(childrenOf(box).map((field) => [field.dataset.field, field]));
    let opened = false;
    let last = null;
    for (const field of childrenOf(fresh)) {
      let known = here.get(field.dataset.field);
      here.delete(field.dataset.field);
      const isOther = known && !known.querySelector('[data-fields]') && optionsOf(known) !== optionsOf(field);
      if (!known || (isOther && !known.contains(document.activeElement))) {
        const taken = document.importNode(field, true);
        if (known) {
          known.replaceWith(taken);
        } else {
          box.insertBefore(taken, last ? last.nextSibling : box.firstChild);
          opened = true;
        }
        known = taken;
      }
      last = known;
    }
    here.forEach((gone) => gone.remove());
    return opened;
  };

  const merge = (fresh) => {
    const boxes = new Map(Array.from(fresh.querySelectorAll('[data-fields]'), (box) => [box.dataset.fields, box]));
    let opened = false;
    for (const box of form.querySelectorAll('[data-fields]')) {
      const found = boxes.get(box.dataset.fields);
      if (found && mergeBox(box, found)) {
        opened = true;
      }
    }
    const live = new Map(Array.from(fresh.querySelectorAll('[data-live]'), (part) => [part.dataset.live, part]));
    for (const part of form.querySelectorAll('[data-live]')) {
      const found = live.get(part.dataset.live);
      if (found && found.innerHTML !== part.innerHTML) {
        part.replaceChildren(...Array.from(found.childNodes, (node) => document.importNode(node, true)));
      }
    }
    const status = form.querySelector('[data-opened]');
    const dropping = form.querySelector('[data-live=dropping] h2');
    status.textContent = dropping ? dropping.textContent : opened ? status.dataset.opened : '';
  };

  const refresh = async () => {
    if (running) {
      running.abort();
    }
    running = new AbortController();
    try {
      const answer = await fetch(action, { method: 'POST', body: typed(), signal: running.signal });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        // after its login has ended, another page answers: what is typed stays as it stands
        if (page.querySelector('form.step')) {
          merge(page);
        }
      }
    } catch (stopped) {
      // No network or a newer answer: the questions come when the step is sent.
    }
  };

  form.addEventListener('change', (event) => {
    if (event.target.closest('[data-opens=true]')) {
      refresh();
    }
  });
  form.addEventListener('submit', () => {
    if (running) {
      running.abort();
    }
  });
})();
