// Keeps what was typed into <form data-draft="name"> until it is saved, in this browser tab: a reload, an ended session, or a lost
// connection takes nothing with it. The form is cleared of its draft by the event "saved", or by a page that no longer has it dirty.
const key = form => `draft ${location.pathname} ${form.dataset.draft}`;
const isKept = field => field.name && !field.name.startsWith('_') && !['password', 'file', 'hidden'].includes(field.type);
const valueOf = field => (field.type === 'checkbox' ? field.checked : field.value);
const initialOf = field => (field.type === 'checkbox' ? field.defaultChecked
  : field.tagName === 'SELECT' ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value : field.defaultValue);

function differing(form) {
  return Object.fromEntries([...form.elements].filter(isKept).filter(field => valueOf(field) !== initialOf(field))
    .map(field => [field.name, valueOf(field)]));
}

function mark(form) {
  const dirty = Object.keys(differing(form)).length > 0;
  form.classList.toggle('is-dirty', dirty);
  return dirty;
}

function keep(form) {
  if (form.dataset.forgotten) return; // A field that loses the focus because its form goes tells of a change once more.
  if (mark(form)) sessionStorage.setItem(key(form), JSON.stringify({ base: form.elements.syncVersion?.value, values: differing(form) }));
  else sessionStorage.removeItem(key(form));
}

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(key(form)) ?? 'null');
  if (!kept) return;
  // What was chosen in a comparison says nothing of a later one, which has it as one of its sides.
  if (form.dataset.comparison !== undefined && kept.base !== form.elements.syncVersion?.value) { forget(form); return; }
  for (const [name, value] of Object.entries(kept.values)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === 'checkbox') field.checked = value; else field.value = value;
  }
  // It was typed over that version; if there is a newer one now, saving will show both.
  if (kept.base && form.elements.syncVersion) form.elements.syncVersion.value = kept.base;
  mark(form);
}

function start(root) {
  root.querySelectorAll?.('form[data-draft]').forEach(form => {
    if (form.dataset.drafting) return;
    form.dataset.drafting = 'true';
    restore(form);
    form.addEventListener('input', () => { delete form.dataset.forgotten; keep(form); });
    form.addEventListener('change', () => keep(form));
    form.addEventListener('reset', () => setTimeout(() => keep(form)));
  });
}

/** Forgets a form's draft: it was saved, or thrown away. */
export function forget(form) {
  sessionStorage.removeItem(key(form));
  form.dataset.forgotten = 'true';
  form.classList.remove('is-dirty');
}

// Whoever logs out leaves nothing behind for the next one at this browser.
document.addEventListener('submit', event => {
  if (event.target.matches('form[action$="/logout"], form[action$="/log-out-everywhere"]')) sessionStorage.clear();
});

document.addEventListener('saved', event => {
  const form = event.target.closest?.('form[data-draft]') ?? document.querySelector('form[data-draft]');
  if (form) forget(form);
});
document.addEventListener('htmx:load', event => start(event.detail.elt.parentNode ?? document));
start(document);
