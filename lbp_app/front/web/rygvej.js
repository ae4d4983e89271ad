// The app's own fonts and pictures are asked for by plain name; the name with the version in it
// is kept by the browser for good.
(() => {
  const base = new URL('.', document.baseURI);
  const isAsset = /^(?!v\/)[^?#]+\.\w+$/;

  function versioned(address) {
    const wanted = new URL(address, base).href;
    const rest = wanted.startsWith(base.href) ? wanted.slice(base.href.length) : '';
    return isAsset.test(rest) ? flet.assetBase + rest : address;
  }

  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    return open.call(this, method, versioned(String(address)), ...more);
  };
  const fetched = window.fetch;
  window.fetch = (wanted, ...more) => fetched(
    wanted instanceof Request ? wanted : versioned(String(wanted)), ...more);
})();

// Says in both languages that the program on the computer is gone, and comes back when it is.
(() => {
  const texts = {
    da: ['Rygvej er lukket på denne computer', 'Dine svar er gemt. Var du midt i en tekst, så se den efter. Start Rygvej igen, så kommer siden tilbage af sig selv.', 'Prøv igen'],
    en: ['Rygvej is closed on this computer', 'Your answers are saved. If you were in the middle of a text, look it over. Start Rygvej again and the page comes back by itself.', 'Try again'],
  };
  const alive = new URL('alive', document.baseURI);
  const socketPath = new URL('ws', document.baseURI).pathname;
  const patience = 5000, pause = 2000, ending = 400;  // ms; a program that ends still answers a while
  let lost = 0, box = null, round = 0, wasOpen = false;

  async function reachable() {
    try {
      const answer = await fetch(alive, { cache: 'no-store' });
      return answer.status === 204 ? 'yes' : answer.status === 403 ? 'locked' : 'no';
    } catch { return 'no'; }
  }

  async function watch(mine) {
    await new Promise((resume) => setTimeout(resume, ending));
    while (lost && mine === round) {
      const answer = await reachable();
      if (mine !== round || !lost) return;
      if (answer === 'locked' || (answer === 'yes' && (box || wasOpen))) return location.reload();
      if (answer === 'no' && Date.now() - lost >= patience) show();
      const left = lost + patience - Date.now();
      await new Promise((resume) => setTimeout(resume, left > 0 ? Math.min(pause, left) : pause));
    }
  }

  function down() { if (!lost) { lost = Date.now(); watch(++round); } }

  // A page that was cut off is loaded anew: the database has all of it, and Flet 1.0.5 hangs when it
  // puts the new tree into the old one.
  function up(event) {
    if (lost && wasOpen) {
      event.stopImmediatePropagation();
      return location.reload();
    }
    lost = 0; round++; wasOpen = true;
    if (box) location.reload();
  }

  function paragraph(language) {
    const [title, text] = texts[language];
    const part = document.createElement('div');
    part.lang = language;
    const heading = part.appendChild(document.createElement('h1'));
    heading.textContent = title;
    part.appendChild(document.createElement('p')).textContent = text;
    return part;
  }

  function show() {
    if (box) return;
    const languages = document.documentElement.lang.startsWith('da') ? ['da', 'en'] : ['en', 'da'];
    box = document.createElement('div');
    box.id = 'rygvej-closed';
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-modal', 'true');
    box.setAttribute('aria-label', texts[languages[0]][0]);
    box.tabIndex = -1;
    const inner = box.appendChild(document.createElement('div'));
    inner.id = 'rygvej-closed-text';
    box.setAttribute('aria-describedby', inner.id);
    languages.forEach((language) => inner.appendChild(paragraph(language)));
    const button = box.appendChild(document.createElement('button'));
    button.textContent = languages.map((language) => texts[language][2]).join(' / ');
    button.addEventListener('click', async () => { if (await reachable() !== 'no') location.reload(); });
    const style = box.appendChild(document.createElement('style'));
    style.textContent = `
      #rygvej-closed { position: fixed; inset: 0; z-index: 2147483647; box-sizing: border-box; overflow: auto; padding: 2rem 1.5rem;
        display: flex; flex-direction: column; align-items: center; justify-content: safe center; background: #F6F1E8; color: #22302D; font: 1.125rem/1.6 system-ui, sans-serif; outline: none; }
      #rygvej-closed-text { max-width: 34rem; width: 100%; }
      #rygvej-closed h1 { margin: 0 0 .5rem; font: 500 1.6rem/1.3 Georgia, serif; color: #1F7268; }
      #rygvej-closed p { margin: 0 0 2rem; }
      #rygvej-closed button { min-height: 48px; padding: .5rem 1.5rem; border: 0; border-radius: 24px; background: #1F7268; color: #FFFFFF; font: inherit; cursor: pointer; }
      #rygvej-closed button:focus-visible { outline: 3px solid #22302D; outline-offset: 3px; }
      @media (prefers-color-scheme: dark) {
        #rygvej-closed { background: #0F1615; color: #E8E4DA; }
        #rygvej-closed h1 { color: #86CFC3; }
        #rygvej-closed button { background: #86CFC3; color: #0F1615; }
        #rygvej-closed button:focus-visible { outline-color: #E8E4DA; }
      }`;
    for (const other of document.body.children) other.inert = true;
    document.body.appendChild(box);
    button.focus();
  }

  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      if (new URL(this.url).pathname !== socketPath) return;
      this.addEventListener('open', up);
      this.addEventListener('close', down);
    }
  };
})();

// One key locks the app at once, wherever the focus is; without a lock nothing happens.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || event.repeat) return;
  event.preventDefault();
  fetch(new URL('lock', document.baseURI), { method: 'POST' });
}, true);

// Flet would show its English "Working…" between the loading page and the first screen, and glide
// from its own colours to ours. A slow machine paints long after it has named: the slower it was
// until then, the longer the loading page stays.
(() => {
  const gliding = 250, patience = 8000;  // ms
  const open = () => document.getElementById('opening')?.remove();
  new MutationObserver((changes, observer) => {
    const host = document.querySelector('flt-semantics-host');
    if (host?.childElementCount) setTimeout(open, patience);
    if (!host?.querySelector('h1')) return;
    observer.disconnect();
    setTimeout(open, Math.max(gliding, 0.3 * performance.now()));
  }).observe(document, { childList: true, subtree: true });
})();

// Flutter begins to listen to a text field some frames after the browser has given it the focus,
// and puts in the text that it knows; here what was typed in between is put back, and an Enter or a
// Tab that came with it waits for its turn.
(() => {
  const listening = new WeakSet(), early = new WeakMap(), codes = { Tab: 9, Enter: 13 };
  let waiting = [];  // the keys that came after the text, of the field that has the focus

  function begin(field) {
    listening.add(field);
    if (!early.has(field)) return;
    const text = early.get(field), keys = waiting;
    early.delete(field);
    waiting = [];
    queueMicrotask(() => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      keys.forEach((key) => field.dispatchEvent(new KeyboardEvent('keydown', key)));
    });
  }

  for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
    const { addEventListener, removeEventListener } = kind.prototype;
    kind.prototype.addEventListener = function (type, ...more) {
      addEventListener.call(this, type, ...more);
      if (type === 'input') begin(this);
    };
    kind.prototype.removeEventListener = function (type, ...more) {
      removeEventListener.call(this, type, ...more);
      if (type === 'input') listening.delete(this);
    };
  }

  document.addEventListener('input', ({ target }) => {
    if (target.closest('flt-semantics-host') && !listening.has(target)) early.set(target, target.value);
  }, true);
  document.addEventListener('focus', ({ target }) => {
    waiting = [];
    if (early.get(target) !== target.value) early.delete(target);
  }, true);
  window.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event;
    if (!codes[key] || !early.has(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push({ key, code: key, keyCode: codes[key], shiftKey, bubbles: true, cancelable: true });
  }, true);
})();

// Flutter walks the controls by where they lie on the screen, so Tab would jump between the places
// and the page. Here it follows the order in which a screen reader reads; a group of radio buttons
// is one stop, at the chosen one or the first; the heading is a place to land, not a stop.
// What goes away when it is pressed leaves the focus to what had it before, wherever that is; here
// what has come into its place gets it.
(() => {
  const stops = 'flt-semantics-host [tabindex="0"], flt-semantics-host input, flt-semantics-host textarea';
  let begun = false;  // somebody has moved by Tab

  function isStop(element) {
    if (element.tagName === 'H1') return element === document.activeElement;
    if (element.getAttribute('role') !== 'radio') return true;
    const group = [...element.closest('[role=radiogroup]').querySelectorAll('[role=radio]')];
    const chosen = group.find((radio) => radio.getAttribute('aria-checked') === 'true');
    return element === (group.includes(document.activeElement) ? document.activeElement : chosen || group[0]);
  }

  const now = () => [...document.querySelectorAll(stops)].filter(isStop);
  const idOf = (element) => (element.id ? element : element.closest('[id]')).id;
  const page = () => location.pathname + document.querySelector('flt-semantics-host h1')?.textContent;
  const settling = 100, patience = 3000;  // ms: of Flutter, which puts the focus somewhere; of a slow program
  let forget = () => {};

  function follow(pressed) {
    const all = now(), before = all.slice(0, all.indexOf(pressed)).map(idOf), here = page();
    let settled;
    const watch = new MutationObserver(() => {
      if (settled || document.getElementById(pressed.id)) return;
      settled = setTimeout(takePlace, settling);
    });
    const tired = setTimeout(() => forget(), patience);
    watch.observe(document, { childList: true, subtree: true });
    forget = () => { watch.disconnect(); clearTimeout(settled); clearTimeout(tired); };

    function takePlace() {
      forget();
      if (page() !== here || document.activeElement.matches('input, textarea')) return;
      const left = now(), last = left.findLast((element) => before.includes(idOf(element)));
      (left[left.indexOf(last) + 1] || last)?.focus();
    }
  }

  window.addEventListener('pointerdown', () => forget(), true);
  window.addEventListener('keydown', (event) => {
    forget();
    const pressed = document.activeElement;
    if (['Enter', ' '].includes(event.key) && now().includes(pressed) && !pressed.matches('input, textarea')) follow(pressed);
  }, true);

  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = now();
    if (!begun && document.activeElement === all[0]) all[0].blur();  // Flutter's doing, and unseen
    begun = true;
    const next = all[all.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1)];
    event.stopImmediatePropagation();
    if (!next) return;  // out of the page, as on every other one
    event.preventDefault();
    next.focus();
  }, true);
})();

// Flutter moves a page's elements about when the page begins or ends to scroll, and the browser
// takes the focus from what is moved; here it is given back.
(() => {
  let left = null, resting = false;
  const forget = () => { left = null; resting = false; };

  document.addEventListener('focusout', (event) => {
    left = event.relatedTarget ? null : event.target;
    setTimeout(forget);
  }, true);

  function giveBack(changes) {
    if (!left || resting || document.activeElement !== document.body) return;
    const moved = changes.some((change) => [...change.removedNodes].some((node) => node.contains(left)));
    const again = moved && (left.isConnected ? left : document.getElementById(left.id));
    if (!again) return;
    resting = true;  // until the next task: should it move again at once, it would go on forever
    again.focus({ preventScroll: true });
  }

  new MutationObserver(giveBack).observe(document, { childList: true, subtree: true });
})();
