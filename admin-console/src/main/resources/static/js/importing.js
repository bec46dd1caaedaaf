// Shows what a file would come to, by its beginning, then sends all of it with a true progress bar.
import { csrf, request } from './requests.js';
import { toast } from './toasts.js';

const BEGINNING = 128 * 1024;
const form = document.getElementById('import-form');
const [preview, start, upload] = ['import-preview', 'import-start', 'import-upload'].map(id => document.getElementById(id));
const isZipped = file => file.name.endsWith('.gz');
let isSending = false;
let looks = 0;
let files = 0;

async function beginning(file) {
  const stream = isZipped(file) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  const parts = [];
  for (let size = 0; size < BEGINNING;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  reader.cancel().catch(() => {});
  return new Blob(parts).slice(0, BEGINNING);
}

const columns = () => [...preview.querySelectorAll('select[name=columns]')].map(select => select.value);

function address(path, more = {}) {
  const query = new URLSearchParams({ type: form.type.value, ...more });
  columns().forEach(column => query.append('columns', column));
  if (columns().length === 1) query.append('columns', '');
  return `${form.dataset.address}${path}?${query}`;
}

async function show() {
  const look = ++looks; // What is found for a file that is no longer chosen comes to nothing.
  const file = form.querySelector('input[type=file]').files[0];
  start.disabled = true;
  if (!file) { preview.replaceChildren(); return; }
  let body;
  try {
    body = await beginning(file);
  } catch {
    if (look !== looks) return;
    preview.replaceChildren();
    toast(form.dataset.textBroken, { kind: 'danger' });
    return;
  }
  const response = await request(address('/preview'), { method: 'POST', body, headers: { 'Content-Type': 'text/csv', 'HX-Request': 'true' } });
  if (!response || ![200, 422].includes(response.status)) return;
  const html = await response.text();
  if (look !== looks) return;
  preview.innerHTML = html;
  start.disabled = !response.ok || preview.querySelector('[data-blocking]') !== null;
}

form.querySelector('input[type=file]').addEventListener('change', () => { files++; preview.replaceChildren(); show(); });
form.type.addEventListener('change', () => { preview.replaceChildren(); show(); });
preview.addEventListener('change', async () => {
  const at = [...preview.querySelectorAll('select')].indexOf(document.activeElement);
  await show();
  preview.querySelectorAll('select')[at]?.focus();
});

form.addEventListener('submit', event => {
  event.preventDefault();
  if (isSending) return;
  const file = form.querySelector('input[type=file]').files[0];
  const xhr = new XMLHttpRequest();
  const bar = upload.querySelector('progress');
  const text = upload.querySelector('[role=status]');
  const end = () => { isSending = false; start.disabled = false; upload.hidden = true; };
  isSending = true;
  start.disabled = true;
  upload.hidden = false;
  text.textContent = form.dataset.textUploading;
  xhr.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = loaded / total;
    if (loaded === total) text.textContent = form.dataset.textStarted;
  });
  xhr.addEventListener('load', async () => {
    if (xhr.status === 201) {
      location.href = xhr.getResponseHeader('Location');
    } else if (xhr.status === 401) {
      end();
      // Asks for the password in place; what was chosen stays.
      if ((await request(address('/preview'), { method: 'POST', body: await beginning(file), headers: { 'Content-Type': 'text/csv' } }))?.ok) form.requestSubmit();
    } else {
      end();
      toast(document.body.dataset[xhr.status === 403 ? 'textForbidden' : xhr.status === 503 ? 'textBusy' : 'textFailed'], { kind: 'danger' });
    }
  });
  xhr.addEventListener('error', () => { end(); toast(document.body.dataset.textOffline, { kind: 'danger' }); });
  xhr.open('POST', address('', { fileName: file.name, operation: `${form.dataset.operation}-${files}` }));
  xhr.setRequestHeader('Content-Type', 'text/csv');
  if (isZipped(file)) xhr.setRequestHeader('Content-Encoding', 'gzip');
  Object.entries(csrf()).forEach(([name, value]) => xhr.setRequestHeader(name, value));
  xhr.send(file);
});
