// Comfort for the steps of a form; each of them works without it. News on top of the page (errors, new questions) gets
// the focus; an answer that opens or closes other questions shows and hides them at once, and moves no focus.
(() => {
  'use strict';
  const news = document.querySelector('[data-focus]');
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

  const fieldsOf = (root) => Array.from(root.querySelectorAll('.fields > [data-field]'));

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

  // Takes what is new and drops what is gone; what stays is not touched, so that nothing typed meanwhile is lost.
  const merge = (fresh) => {
    const here = new Map(fieldsOf(form).map((field) => [field.dataset.field, field]));
    const box = form.querySelector('.fields');
    let opened = false;
    let last = null;
    for (const field of fieldsOf(fresh)) {
      const known = here.get(field.dataset.field);
      here.delete(field.dataset.field);
      if (!known) {
        box.insertBefore(document.importNode(field, true), last ? last.nextSibling : box.firstChild);
        opened = true;
      }
      last = known || (last ? last.nextElementSibling : box.firstElementChild);
    }
    here.forEach((gone) => gone.remove());
    const status = form.querySelector('[data-opened]');
    status.textContent = opened ? status.dataset.opened : '';
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
