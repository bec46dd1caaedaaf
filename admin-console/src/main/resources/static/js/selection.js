// What is selected in a list: some rows, a range of them with Shift, or all that match; and what is done to them.
import { request } from './requests.js';

const screen = document.getElementById('catalog');
const dialog = document.getElementById('bulk-dialog');
const boxes = () => [...document.querySelectorAll('#rows input[name=id]:not(:disabled)')];
const chosen = () => boxes().filter(box => box.checked);
let isMatching = false;
let last;

function show() {
  const bar = document.querySelector('[data-selection]');
  if (!bar) return;
  const all = boxes();
  const some = chosen();
  bar.hidden = !some.length && !isMatching;
  bar.querySelector('[data-selected]').textContent = isMatching ? screen.dataset.textMatching : screen.dataset.textSelected.replace('#', some.length);
  bar.querySelector('[data-matching]').hidden = isMatching;
  const head = document.querySelector('[data-select-all]');
  if (head) { head.checked = all.length > 0 && some.length === all.length; head.indeterminate = some.length > 0 && some.length < all.length; }
  all.forEach(box => box.closest('tr').classList.toggle('is-selected', box.checked));
}

const selection = () => (isMatching
  ? { query: document.querySelector('[data-query]').value }
  : { ids: chosen().map(box => box.value).join(',') });

screen.addEventListener('click', event => {
  const box = event.target.closest('#rows input[name=id]');
  if (box) {
    isMatching = false;
    const all = boxes();
    if (event.shiftKey && last && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach(other => { other.checked = box.checked; });
    }
    last = box;
    show();
  } else if (event.target.closest('[data-select-all]')) {
    isMatching = false;
    boxes().forEach(other => { other.checked = event.target.checked; });
    show();
  } else if (event.target.closest('[data-matching]')) {
    isMatching = true;
    boxes().forEach(other => { other.checked = true; });
    show();
  } else if (event.target.closest('[data-unselect]')) {
    unselect();
  } else if (event.target.closest('[data-bulk]')) {
    open();
  }
});

function unselect() {
  isMatching = false;
  boxes().forEach(box => { box.checked = false; });
  show();
}

async function open() {
  const response = await request(`${screen.dataset.path}/bulk/form`, { method: 'POST', body: new URLSearchParams(selection()), headers: { 'HX-Request': 'true' } });
  if (!response?.ok) return;
  dialog.innerHTML = await response.text();
  dialog.showModal();
  htmx.process(dialog);
  dialog.querySelector('[autofocus]')?.focus();
}

// What is to be done is sent once, by the button: the form itself only asks for previews.
dialog.addEventListener('submit', event => {
  if (event.target.id !== 'bulk-form') return;
  event.preventDefault();
  const button = dialog.querySelector('[data-bulk-apply]');
  if (!button || button.disabled) return;
  button.disabled = true;
  htmx.ajax('POST', event.target.getAttribute('action'), { target: '#bulk', swap: 'outerHTML', values: Object.fromEntries(new FormData(event.target)) });
  unselect();
});
dialog.addEventListener('close', () => { dialog.innerHTML = ''; });

// Only what is selected is exported by the button beside the selection.
const exporting = document.getElementById('export');
let asked; // The focus does not say it: not every browser gives it to a button.
exporting.addEventListener('submit', event => { asked = event.submitter; });
exporting.addEventListener('formdata', event => {
  if (asked?.matches('[data-export-selected]') && !isMatching) event.formData.set('ids', chosen().map(box => box.value).join(','));
});

// The comparison is done with when its form was saved, or closed.
const comparison = document.getElementById('comparison-dialog');
document.addEventListener('htmx:afterSettle', () => {
  const done = comparison.querySelector('[data-done]');
  if (!done) return;
  const row = document.getElementById(`row-${done.dataset.id}`);
  if (row) document.dispatchEvent(new CustomEvent('catalog:close', { detail: row }));
  document.dispatchEvent(new CustomEvent('catalog:refresh', { detail: done.dataset.id }));
  comparison.close();
});
comparison.addEventListener('close', () => { comparison.innerHTML = ''; });

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'list') { isMatching = false; last = undefined; }
  if (isMatching) boxes().forEach(box => { box.checked = true; });
  show();
});
document.addEventListener('catalog:shown', show);
