// Edits in a list: a click or Enter opens a number for typing, Enter saves, Esc leaves it as it was; a switch is saved at once.
import { request } from './requests.js';

const screen = document.getElementById('catalog');
const newOperation = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

const typedOf = button => button.dataset.typed ?? '';

async function save(cell, value, operation) {
  const row = cell.closest('tr');
  const body = new URLSearchParams({ field: cell.dataset.edit, value, syncVersion: row.dataset.version, operation });
  const response = await request(`${screen.dataset.path}/${row.dataset.entity}/field`, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
  if (!response) return 'failed';
  if (response.ok) {
    document.dispatchEvent(new CustomEvent('catalog:close', { detail: row }));
    document.dispatchEvent(new CustomEvent('catalog:rows', { detail: await response.text() }));
    const notice = JSON.parse(response.headers.get('HX-Trigger') ?? '{}').notice;
    if (notice) document.dispatchEvent(new CustomEvent('notice', { detail: notice }));
    return '';
  }
  if (response.status === 409) { compare(await response.text()); return 'conflict'; }
  return response.status === 422 ? response.text() : 'failed';
}

/** The comparison with what somebody else has made of it meanwhile. */
function compare(html) {
  const dialog = document.getElementById('comparison-dialog');
  dialog.innerHTML = html;
  htmx.process(dialog);
  dialog.showModal();
}

function open(button) {
  if (button.querySelector('.cell-form')) return;
  const cell = button.closest('td');
  const form = document.createElement('form');
  form.className = 'cell-form';
  const input = Object.assign(document.createElement('input'), { className: 'form-control form-control-sm numeric', value: typedOf(button), inputMode: 'decimal', autocomplete: 'off' });
  input.setAttribute('aria-label', button.getAttribute('aria-label'));
  const error = Object.assign(document.createElement('p'), { className: 'field-error', hidden: true });
  error.setAttribute('role', 'alert');
  form.append(input, error);
  button.hidden = true;
  cell.append(form);
  let operation = newOperation();
  let isSaving = false;
  let isClosed = false;
  const close = () => {
    if (isClosed) return; // To remove it takes the focus away, which closes it once more.
    isClosed = true;
    form.remove();
    button.hidden = false;
    const row = button.closest('tr');
    if (row?.classList.contains('is-outdated')) document.dispatchEvent(new CustomEvent('catalog:refresh', { detail: row.dataset.entity }));
  };
  input.addEventListener('input', () => { operation = newOperation(); error.hidden = true; input.classList.remove('is-invalid'); });
  input.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
    button.focus();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (isSaving) return;
    if (input.value === typedOf(button)) { close(); button.focus(); return; }
    isSaving = true;
    input.readOnly = true;
    const fault = await save(button, input.value, operation);
    isSaving = false;
    input.readOnly = false;
    if (fault && !['failed', 'conflict'].includes(fault)) {
      error.textContent = fault;
      error.hidden = false;
      input.classList.add('is-invalid');
      input.select();
    }
  });
  input.addEventListener('blur', () => { if (input.value === typedOf(button) && !isSaving) close(); });
  input.focus();
  input.select();
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-edit]');
  if (!button) return;
  if (button.getAttribute('role') !== 'switch') { open(button); return; }
  if (button.disabled) return;
  const wanted = button.getAttribute('aria-checked') !== 'true';
  button.setAttribute('aria-checked', String(wanted));
  button.disabled = true;
  const fault = await save(button, String(wanted), newOperation());
  button.disabled = false;
  if (fault) button.setAttribute('aria-checked', String(!wanted));
});
// The row is about to be replaced, so that what was opened in it has to go first; the focus stays in its place.
document.addEventListener('catalog:close', ({ detail: row }) => row.querySelectorAll('.cell-form').forEach(form => {
  const button = form.parentNode.querySelector('[data-edit]');
  form.remove();
  if (button) { button.hidden = false; button.focus(); }
}));
