// Lists: filters, columns, what is selected, edits in place, and what others change meanwhile.
import './combo.js';
import './comparison.js';
import './cells.js';
import './selection.js';
import { request } from './requests.js';

const screen = document.getElementById('catalog');
const { type, path } = screen.dataset;
const table = () => document.getElementById('list-table');
const shownRows = () => [...document.querySelectorAll('#rows tr[data-entity]')];

// Filters; a change in one of them asks for the list again, by the form's own event.
const filters = document.getElementById('filters');
filters.addEventListener('change', event => { if (event.target.matches('[data-filter]')) htmx.trigger(filters, 'filter'); });

// Enter goes: to the one that was scanned, else to the list as an address. A search that was still under way would call it back.
let isGoing = false;
filters.addEventListener('htmx:beforeRequest', event => { if (isGoing) event.preventDefault(); });
filters.addEventListener('submit', event => {
  event.preventDefault();
  isGoing = true;
  htmx.trigger(filters, 'htmx:abort');
  location.assign(`${path}?${new URLSearchParams(new FormData(filters))}`);
});
addEventListener('pageshow', () => { isGoing = false; });

// Columns: those that were chosen once, in this browser.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const choice = screen.querySelector('[data-column-choice]');
const chosenKey = `columns ${type}`;

function showColumns() {
  const kept = JSON.parse(localStorage.getItem(chosenKey) ?? 'null');
  if (!kept) return;
  const boxes = [...choice.querySelectorAll('input')];
  boxes.forEach(box => { box.checked = kept.includes(box.value); });
  sheet.replaceSync(boxes.map(box => `.list [data-column="${CSS.escape(box.value)}"] { display: ${box.checked ? 'table-cell' : 'none'} !important; }`).join('\n'));
}
choice.addEventListener('change', () => {
  localStorage.setItem(chosenKey, JSON.stringify([...choice.querySelectorAll('input:checked')].map(box => box.value)));
  showColumns();
});
showColumns();

// Where somebody comes from who opens an entity: for the way back, and to the one before and after it.
function keepWay() {
  sessionStorage.setItem(`list ${type}`, JSON.stringify({ address: location.pathname + location.search, ids: shownRows().map(row => row.dataset.entity) }));
}
addEventListener('pagehide', keepWay);
screen.addEventListener('click', event => { if (event.target.closest('#rows a')) keepWay(); });

// What others change: rows that are shown are replaced where they stand; what is new is only counted.
const pending = new Set();
const news = new Set();
let isLot = false;
let timer;

document.addEventListener('tillsync:commit', ({ detail }) => {
  const own = detail.changes.filter(change => change.type === type);
  const shown = new Map(shownRows().map(row => [row.dataset.entity, row]));
  for (const { id, op, version } of own) {
    const row = shown.get(id);
    if (row && Number(row.dataset.version) < version) pending.add(id);
    else if (!row && (op === 'CREATED' || op === 'RESTORED')) news.add(id);
  }
  if (!detail.isWhole && own.length) { isLot = true; shown.forEach((row, id) => pending.add(id)); }
  if (pending.size) { clearTimeout(timer); timer = setTimeout(refreshRows, 200); }
  showNews();
});

function showNews() {
  const hint = document.querySelector('[data-news]');
  if (!hint) return;
  hint.hidden = !news.size && !isLot;
  hint.textContent = isLot ? screen.dataset.textLots : news.size === 1 ? screen.dataset.textOne : screen.dataset.textMany.replace('#', news.size);
}
screen.addEventListener('click', event => {
  if (!event.target.closest('[data-news]')) return;
  htmx.ajax('GET', location.pathname + location.search, { target: '#list', swap: 'outerHTML' });
});

async function refreshRows() {
  const ids = [...pending].slice(0, 200);
  if (!ids.length) return;
  ids.forEach(id => pending.delete(id));
  const response = await request(`${path}/rows?${ids.map(id => `id=${encodeURIComponent(id)}`).join('&')}`, { headers: { 'HX-Request': 'true' } });
  if (response?.ok) replaceRows(await response.text());
  if (pending.size) refreshRows();
}

/** Puts rows, as the server makes them, in the place of those that are shown. */
function replaceRows(html) {
  const template = document.createElement('template');
  template.innerHTML = `<table><tbody>${html}</tbody></table>`;
  for (const next of template.content.querySelectorAll('tr[data-entity]')) {
    const row = document.getElementById(next.id);
    if (!row || Number(row.dataset.version) > Number(next.dataset.version)) continue;
    if (row.querySelector('.cell-form')) { row.classList.add('is-outdated'); continue; }
    const old = row.querySelector('input[name=id]');
    const box = next.querySelector('input[name=id]');
    if (old?.checked && box && !box.disabled) box.checked = true;
    const focused = row.contains(document.activeElement) && [...row.querySelectorAll('a, button, input')].indexOf(document.activeElement);
    if (row.classList.contains('is-current')) next.classList.add('is-current');
    row.replaceWith(next);
    if (focused !== false && focused >= 0) next.querySelectorAll('a, button, input')[focused]?.focus({ preventScroll: true });
  }
}
document.addEventListener('catalog:refresh', event => { pending.add(event.detail); refreshRows(); });
document.addEventListener('catalog:rows', event => replaceRows(event.detail));

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id !== 'list') return;
  news.clear();
  isLot = false;
  showNews();
});
