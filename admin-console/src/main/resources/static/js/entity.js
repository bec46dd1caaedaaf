// An entity by itself: the way through the list it was found in, and what somebody else makes of it meanwhile.
import './combo.js';
import './comparison.js';

const section = () => document.getElementById('entity');

/** Links to the one before and the one after, as the list had them that one came from. */
function showWay() {
  const { type, id } = section()?.dataset ?? {};
  const way = JSON.parse(sessionStorage.getItem(`list ${type}`) ?? 'null');
  if (!way || !section()) return;
  const back = section().querySelector('[data-back]');
  if (back && way.address.startsWith(new URL(back.href).pathname)) back.href = way.address;
  const at = way.ids.indexOf(id);
  const link = (selector, to) => {
    const element = section().querySelector(selector);
    if (!element) return;
    element.hidden = !to || at < 0;
    if (to) element.href = `${section().dataset.path}/${to}`;
  };
  link('[data-previous]', way.ids[at - 1]);
  link('[data-next]', way.ids[at + 1]);
}

// Somebody else has changed it: shown at once where nothing is being typed, else said.
document.addEventListener('tillsync:commit', ({ detail }) => {
  const { type, id, version, path } = section()?.dataset ?? {};
  const change = detail.changes.find(one => one.type === type && one.id === id);
  const form = document.getElementById('entity-form');
  if (!change || !form || change.version <= Number(version)) return;
  if (section().querySelector('.htmx-request')) return; // One's own change, whose answer is on its way.
  if (form.classList.contains('is-dirty') || form.contains(document.activeElement)) section().querySelector('[data-newer]').hidden = false;
  else htmx.ajax('GET', `${path}/${id}`, { target: '#entity', swap: 'outerHTML' });
});

// A resolution saves what the form had been kept for.
document.addEventListener('saved', () => sessionStorage.removeItem(`draft ${location.pathname} entity`));

document.addEventListener('htmx:afterSettle', event => {
  if (event.target.id !== 'entity' && event.detail.target?.id !== 'entity') return;
  showWay();
  const wrong = section()?.querySelector('[aria-invalid=true], .is-invalid');
  if (wrong) wrong.focus(); else section()?.querySelector('#comparison-title')?.focus();
});

// What was typed is forgotten only by asking for it; the values stand as they were saved.
document.addEventListener('reset', event => {
  if (event.target.id !== 'entity-form') return;
  event.target.querySelectorAll('.is-invalid').forEach(field => field.classList.remove('is-invalid'));
  event.target.querySelectorAll('.field-error').forEach(error => error.remove());
});
showWay();
if (section() && !section().dataset.id) section().querySelector('#entity-form input:not([type=hidden]):not([hidden]), #entity-form textarea')?.focus();
