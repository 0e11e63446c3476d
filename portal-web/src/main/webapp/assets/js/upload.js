// Comfort for fields of files; each of them works without it. What is chosen or dropped is sent at once, in pieces, with
// how far it has come. After a broken connection it goes on where it stopped. The field itself is then fetched anew: what
// is saved and what was refused is always what the server says.
(() => {
  'use strict';
  const form = document.querySelector('form.step');
  const desk = document.querySelector('[data-uploads]');
  if (!form || !desk) {
    return;
  }
  const words = desk.dataset;
  const news = form.querySelector('[data-upload-news]');
  const PIECE = 4 * 1024 * 1024;
  const LONGEST_PAUSE = 15000;
  const POLL = 5000;
  let running = 0;
  let onward = null;

  const say = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
  const fieldOf = (node) => node.closest('[data-field]');
  // a group of rows holds the fields of its rows, and their files are not its own
  const inputOf = (field) => Array.from(field.querySelectorAll('input[type=file]')).find((one) => fieldOf(one) === field);
  const pause = (millis) => new Promise((done) => {
    const end = () => {
      window.removeEventListener('online', end);
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(end, millis);
    window.addEventListener('online', end);
  });

  // The button that sends chosen files has nothing to do here, and there is a place to drop.
  const dress = (field) => {
    const input = inputOf(field);
    field.querySelectorAll('button[name=_ladda]').forEach((button) => { button.parentElement.hidden = true; });
    if (input && !field.querySelector('.drop')) {
      const hint = document.createElement('p');
      hint.className = 'drop';
      hint.textContent = words.drop;
      input.before(hint);
      hint.append(input);
    }
  };
  const fields = () => Array.from(form.querySelectorAll('[data-field]')).filter(inputOf);
  fields().forEach(dress);

  class Ended extends Error {}
  class Refused extends Error {}

  const json = async (answer) => {
    const type = answer.headers.get('Content-Type') || '';
    if (!type.startsWith('application/json')) {
      throw answer.status >= 500 ? new Error('fault') : new Ended();
    }
    const body = await answer.json();
    if (answer.status === 422) {
      throw new Refused(body.why);
    }
    return body;
  };

  const announce = async (field, file, first, signal) => {
    const body = new URLSearchParams({
      _token: words.token, field: field, name: file.name, size: file.size, modified: file.lastModified,
    });
    const role = form.querySelector('input[name=_for]');
    if (role) {
      body.append('_for', role.value);
    }
    if (first) {
      body.append('first', '1');
    }
    return json(await fetch(words.uploads, { method: 'POST', body, signal }));
  };

  // The one thing that fetch cannot do: tell how much of a piece has gone.
  const piece = (upload, file, offset, progress, signal) => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', upload.address);
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
    request.setRequestHeader('Upload-Offset', offset);
    request.setRequestHeader('X-Form-Token', upload.token);
    request.upload.onprogress = (event) => progress(offset + event.loaded);
    request.onload = () => done(request);
    request.onerror = () => fail(new Error('broken'));
    request.onabort = () => fail(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file.slice(offset, offset + PIECE));
  });

  const result = (request) => {
    const type = request.getResponseHeader('Content-Type') || '';
    if (request.status === 409) {
      return null;
    }
    if (!type.startsWith('application/json')) {
      throw request.status >= 500 || request.status === 400 ? new Error('fault') : new Ended();
    }
    const body = JSON.parse(request.responseText);
    if (request.status === 422) {
      throw new Refused(body.why);
    }
    return body;
  };

  const arrived = async (upload, signal) => {
    const answer = await fetch(upload.address, { method: 'HEAD', signal });
    const offset = answer.headers.get('Upload-Offset');
    if (offset === null) {
      throw answer.status >= 500 ? new Error('fault') : new Ended();
    }
    return Number(offset);
  };

  // Tries again for as long as the page is open: the connection may be away for a night.
  const persist = async (line, signal, attempt) => {
    for (let wait = 500; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      try {
        return await attempt();
      } catch (failed) {
        if (failed instanceof Refused || failed instanceof Ended || signal.aborted) {
          throw failed;
        }
        line.broken();
        await pause(wait);
        if (signal.aborted) {
          throw failed;
        }
      }
    }
  };

  const send = async (field, file, first, line, signal) => {
    const upload = await persist(line, signal, () => announce(field, file, first, signal));
    line.upload = upload;
    let offset = upload.offset;
    for (let done = false; !done;) {
      let asks = false;
      const step = await persist(line, signal, async () => {
        if (asks) {
          offset = await arrived(upload, signal);
        }
        asks = true;
        return result(await piece(upload, file, offset, line.progress, signal));
      });
      if (step === null) {
        offset = await persist(line, signal, () => arrived(upload, signal));
      } else {
        done = step.kept === true;
        offset = step.offset;
      }
    }
  };

  // One line of what is on its way: name, bar, words, and a button to give it up.
  const lineOf = (field, file, abort) => {
    let list = field.querySelector('ul.uploads');
    if (!list) {
      list = document.createElement('ul');
      list.className = 'uploads';
      field.append(list);
    }
    const item = document.createElement('li');
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const text = document.createElement('span');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = words.cancel;
    const name = document.createElement('span');
    name.className = 'sr';
    name.textContent = ` ${file.name}`;
    button.append(name);
    button.addEventListener('click', abort);
    item.append(text, bar, button);
    list.append(item);
    let told = -1;
    const line = {
      upload: null,
      progress: (bytes) => {
        const percent = Math.min(100, Math.floor((100 * bytes) / file.size));
        bar.value = percent;
        text.textContent = percent < 100 ? say(words.going, file.name, percent) : say(words.looking, file.name);
        // heard at each quarter, not at each piece
        if (Math.floor(percent / 25) > told) {
          told = Math.floor(percent / 25);
          news.textContent = text.textContent;
        }
      },
      broken: () => {
        text.textContent = say(words.broken, file.name);
        news.textContent = text.textContent;
      },
      end: () => {
        item.remove();
        if (!list.children.length) {
          list.remove();
        }
      },
    };
    line.progress(0);
    return line;
  };

  // What the server says of the field now. The focus stays where it is, also when that is in the field.
  const renew = async (id) => {
    const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(`form.step [data-field="${id}"]`);
    const old = form.querySelector(`[data-field="${id}"]`);
    if (!fresh || !old) {
      return old;
    }
    const focused = old.contains(document.activeElement);
    const node = document.importNode(fresh, true);
    const lines = old.querySelector('ul.uploads');
    if (lines) {
      node.append(lines);
    }
    old.replaceWith(node);
    dress(node);
    if (focused) {
      (inputOf(node) || document.getElementById(`f-${id}`) || node).focus();
    }
    watch(node);
    return node;
  };

  // A file that waits for the search for viruses is looked for again, as long as nobody works in its field.
  const watch = (field) => {
    if (field.querySelector('[data-scan=waiting]')) {
      setTimeout(() => {
        if (field.isConnected) {
          if (running || field.contains(document.activeElement)) {
            watch(field);
          } else {
            renew(field.dataset.field).catch(() => watch(field));
          }
        }
      }, POLL);
    }
  };
  form.querySelectorAll('[data-field]').forEach(watch);

  const tell = (field, refusals) => {
    const message = field.querySelector('.message');
    refusals.filter((why) => !message || message.textContent !== why).forEach((why) => {
      const more = document.createElement('p');
      more.className = 'message';
      more.textContent = why;
      (message || field.querySelector('label')).after(more);
    });
  };

  const take = async (field, files) => {
    const id = field.dataset.field;
    const refusals = [];
    running += 1;
    let fresh = null;
    try {
      fresh = await takeEach(id, files, refusals);
    } finally {
      // whatever happened here, the form can be sent again
      running -= 1;
    }
    if (!fresh) {
      // the answers hid the field meanwhile
      return;
    }
    // the answer to the last piece may have been lost, and not the file
    const saved = Array.from(fresh.querySelectorAll('.files li')).map((item) => item.textContent);
    const refused = refusals.filter((one) => !one.lost || !saved.some((text) => text.includes(one.lost)));
    tell(fresh, refused.map((one) => one.why));
    if (refused.length) {
      onward = null;
      (inputOf(fresh) || fresh).focus();
    } else if (onward && running === 0) {
      const button = onward;
      onward = null;
      form.requestSubmit(button.isConnected ? button : undefined);
    }
  };

  const takeEach = async (id, files, refusals) => {
    let last = '';
    for (const [i, file] of Array.from(files).entries()) {
      const stop = new AbortController();
      const field = form.querySelector(`[data-field="${id}"]`);
      if (!field) {
        return null;
      }
      const line = lineOf(field, file, () => stop.abort());
      try {
        await send(id, file, i === 0, line, stop.signal);
        last = say(words.kept, file.name);
      } catch (failed) {
        if (stop.signal.aborted) {
          last = say(words.cancelled, file.name);
          if (line.upload) {
            const body = new URLSearchParams({ _token: line.upload.token });
            const role = form.querySelector('input[name=_for]');
            if (role) {
              body.append('_for', role.value);
            }
            fetch(line.upload.address, { method: 'POST', body }).catch(() => {});
          }
        } else {
          last = failed instanceof Refused ? failed.message : say(words.ended, file.name);
          refusals.push({ why: last, lost: failed instanceof Refused ? '' : file.name });
        }
      }
      line.end();
      news.textContent = last;
    }
    try {
      return await renew(id);
    } catch (offline) {
      // the page is right again when it is loaded the next time
      return form.querySelector(`[data-field="${id}"]`);
    }
  };

  form.addEventListener('change', (event) => {
    const input = event.target;
    if (input.type === 'file' && input.files.length) {
      const files = Array.from(input.files);
      // emptied, or the form would send them once more
      input.value = '';
      take(fieldOf(input), files);
    }
  });
  const dropField = (event) => {
    const field = event.target.closest ? fieldOf(event.target) : null;
    return field && inputOf(field) && event.dataTransfer && event.dataTransfer.types.includes('Files') ? field : null;
  };
  form.addEventListener('dragover', (event) => {
    const field = dropField(event);
    if (field) {
      event.preventDefault();
      field.classList.add('over');
    }
  });
  form.addEventListener('dragleave', (event) => {
    const field = dropField(event);
    if (field && !field.contains(event.relatedTarget)) {
      field.classList.remove('over');
    }
  });
  form.addEventListener('drop', (event) => {
    const field = dropField(event);
    if (field) {
      event.preventDefault();
      field.classList.remove('over');
      take(field, event.dataTransfer.files);
    }
  });
  form.addEventListener('submit', (event) => {
    if (running) {
      event.preventDefault();
      onward = event.submitter || form.querySelector('button');
      news.textContent = words.onward;
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (running && !onward) {
      event.preventDefault();
    }
  });
})();
