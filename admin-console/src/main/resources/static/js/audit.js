// The audit log: filters stand in the address, and what comes in while it is looked at is counted, not pushed in.
import { request } from './requests.js';

const PAUSE = 800;
const LOOK = 30_000;
const form = document.querySelector('[data-audit-filters]');
const newer = document.querySelector('[data-show-newer]');
const entries = () => document.getElementById('entries');
let waiting;
let isLoading = false;

function remember() {
  const asked = [...new FormData(form)].filter(([, value]) => value);
  const text = new URLSearchParams(asked).toString();
  history.replaceState(history.state, '', text ? `${location.pathname}?${text}` : location.pathname);
  form.querySelector('[data-clear]').classList.toggle('is-idle', !text);
}

// Empty fields say nothing: they stay out of the address.
form.addEventListener('htmx:configRequest', event => {
  const { parameters } = event.detail;
  for (const name of Object.keys(parameters)) if (!parameters[name]) delete parameters[name];
});
form.addEventListener('htmx:beforeRequest', remember);

async function count() {
  waiting = undefined;
  if (document.hidden || isLoading) return;
  const response = await request(entries().dataset.newer, { headers: { 'HX-Request': 'true' } });
  if (!response?.ok || isLoading) return;
  const text = (await response.text()).trim();
  newer.querySelector('span').textContent = text;
  newer.hidden = !text;
}

newer.addEventListener('click', async () => {
  isLoading = true;
  await htmx.ajax('GET', entries().dataset.address, { target: '#entries', swap: 'outerHTML' });
  isLoading = false;
  scrollTo({ top: 0 });
});

const soon = () => { waiting ??= setTimeout(count, PAUSE); };
document.addEventListener('tillsync:commit', soon);
document.addEventListener('visibilitychange', () => { if (!document.hidden) soon(); });
// Log-ins, and what happens in other stores, is not told to this screen.
setInterval(soon, LOOK);

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target?.id === 'entries') newer.hidden = true;
});
