// Makes a list of options one to search in: the editable combobox with a list of the ARIA Authoring Practices. The list
// itself stays in the form, hidden, and is what is sent; without this file it is what one sees. What is typed and is no
// option is sent too, marked by "? ", so that the server says what is wrong and the words are still there afterwards.
(() => {
  'use strict';
  const UNKNOWN = '? ';
  const lower = (text) => text.trim().toLocaleLowerCase('sv');

  const make = (name, attributes, parent) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (parent) {
      parent.append(element);
    }
    return element;
  };

  const enhance = (select) => {
    const id = select.id;
    const label = document.querySelector('label[for="' + CSS.escape(id) + '"]');
    const options = Array.from(select.options)
      .filter((option) => option.value)
      .map((option) => ({ value: option.value, label: option.text, words: lower(option.text).split(/[\s,/()-]+/) }));
    select.id = id + '-list';
    select.hidden = true;
    select.removeAttribute('data-search');

    const box = make('div', { class: 'combobox' });
    const input = make('input', {
      type: 'text', class: 'medium', id, role: 'combobox', autocomplete: 'off', spellcheck: 'false',
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id + '-options',
      'aria-describedby': select.getAttribute('aria-describedby') || '',
      'aria-invalid': select.getAttribute('aria-invalid') || 'false',
    }, box);
    const list = make('ul', { id: id + '-options', role: 'listbox', hidden: '' }, box);
    list.setAttribute('aria-label', label ? label.textContent.trim() : '');
    const status = make('p', { class: 'sr', role: 'status' }, box);
    select.after(box);

    let active = -1;
    let told = select.value;

    const labelOf = (value) => (options.find((option) => option.value === value) || { label: '' }).label;
    const typed = select.dataset.typed || '';
    if (select.value) {
      input.value = labelOf(select.value);
    } else if (typed.startsWith(UNKNOWN)) {
      input.value = typed.slice(UNKNOWN.length);
    }

    const put = (value) => {
      let own = select.querySelector('[data-own]');
      if (value.startsWith(UNKNOWN)) {
        own = own || make('option', { 'data-own': '' }, select);
        own.value = value;
      } else if (own) {
        own.remove();
      }
      select.value = value;
    };

    const take = () => {
      const text = lower(input.value);
      // of several with the same words the one that is chosen already
      const alike = options.filter((option) => lower(option.label) === text);
      const same = alike.find((option) => option.value === select.value) || alike[0];
      put(same ? same.value : text ? UNKNOWN + input.value.trim() : '');
    };
    take();
    told = select.value;

    const tell = () => {
      if (select.value !== told) {
        told = select.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    };

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const found = (all) => {
      const wanted = lower(input.value).split(/\s+/).filter(Boolean);
      const hits = all ? options : options.filter((option) =>
        wanted.every((word) => option.words.some((own) => own.startsWith(word))));
      const first = (option) => lower(option.label).startsWith(lower(input.value)) ? 0 : 1;
      return all ? hits : hits.slice().sort((one, other) => first(one) - first(other));
    };

    const open = (all) => {
      const hits = found(all);
      active = -1;
      input.removeAttribute('aria-activedescendant');
      list.replaceChildren(...hits.map((option, place) => {
        const item = make('li', { role: 'option', id: id + '-option-' + place, 'aria-selected': 'false' });
        item.dataset.value = option.value;
        item.textContent = option.label;
        return item;
      }));
      list.hidden = hits.length === 0;
      input.setAttribute('aria-expanded', String(hits.length > 0));
      status.textContent = hits.length ? select.dataset.found.replace('{0}', hits.length) : select.dataset.none;
    };

    const move = (step) => {
      const items = list.children;
      if (!items.length) {
        return;
      }
      if (active >= 0) {
        items[active].setAttribute('aria-selected', 'false');
      }
      active = active < 0 && step < 0 ? items.length - 1 : (active + step + items.length) % items.length;
      items[active].setAttribute('aria-selected', 'true');
      items[active].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', items[active].id);
    };

    const choose = (item) => {
      input.value = labelOf(item.dataset.value);
      put(item.dataset.value);
      close();
      tell();
    };

    input.addEventListener('input', () => {
      take();
      if (input.value.trim()) {
        open(false);
      } else {
        close();
      }
    });
    input.addEventListener('keydown', (event) => {
      const shown = !list.hidden;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!shown) {
          open(!input.value.trim() || select.value === told);
        }
        if (!event.altKey) {
          move(event.key === 'ArrowDown' ? 1 : -1);
        }
      } else if (event.key === 'Enter' && shown && active >= 0) {
        event.preventDefault();
        choose(list.children[active]);
      } else if (event.key === 'Escape') {
        if (shown) {
          event.preventDefault();
          close();
        } else {
          input.value = '';
          take();
        }
      } else if (event.key === 'Tab' && shown && active >= 0) {
        choose(list.children[active]);
      }
    });
    input.addEventListener('click', () => {
      if (list.hidden) {
        open(!input.value.trim() || select.value === told);
      } else {
        close();
      }
    });
    input.addEventListener('blur', () => {
      close();
      tell();
    });
    // a press on the list must not take the focus from the input, which would close the list before the click
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const item = event.target.closest('[role=option]');
      if (item) {
        choose(item);
      }
    });
  };

  const look = () => document.querySelectorAll('select[data-search=true]').forEach(enhance);
  look();
  const fields = document.querySelector('.fields');
  if (fields) {
    // questions that come later, when an answer opens them
    new MutationObserver(look).observe(fields, { childList: true, subtree: true });
  }
})();
