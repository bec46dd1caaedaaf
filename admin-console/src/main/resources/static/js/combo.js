// Fields that point to something: one types, chooses from what is found by arrow keys or the pointer, and the id goes into the hidden input.
import { request } from './requests.js';

const PAUSE = 150;
const parts = combo => ({ id: combo.querySelector('input[hidden]'), text: combo.querySelector('[role=combobox]'), list: combo.querySelector('[role=listbox]'), clear: combo.querySelector('.combo-clear') });
const options = list => [...list.querySelectorAll('[role=option]')];
const comboOf = event => event.target.closest?.('[data-combo]');
let timer;

function close(combo) {
  const { text, list } = parts(combo);
  list.hidden = true;
  text.setAttribute('aria-expanded', 'false');
  text.removeAttribute('aria-activedescendant');
}

async function open(combo, query) {
  const { text, list } = parts(combo);
  const asked = `${combo.dataset.address}?q=${encodeURIComponent(query)}`;
  combo.dataset.asked = asked;
  const response = await request(asked, { headers: { 'HX-Request': 'true' } });
  if (!response?.ok || combo.dataset.asked !== asked || document.activeElement !== text) return;
  list.innerHTML = await response.text();
  options(list).forEach((option, i) => { option.id = `${list.id}-${i}`; });
  list.hidden = false;
  text.setAttribute('aria-expanded', 'true');
  if (query) mark(combo, options(list)[0]);
}

function mark(combo, option) {
  const { text, list } = parts(combo);
  options(list).forEach(other => other.setAttribute('aria-selected', String(other === option)));
  if (option) { text.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); }
}

function choose(combo, value, title) {
  const { id, text, clear } = parts(combo);
  const isOther = id.value !== value;
  id.value = value;
  text.value = title;
  combo.dataset.chosen = title;
  clear.hidden = !value && !title;
  close(combo);
  if (isOther) id.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('focusin', event => {
  const combo = comboOf(event);
  if (!combo || event.target.getAttribute('role') !== 'combobox') return;
  combo.dataset.chosen ??= event.target.value;
});
document.addEventListener('input', event => {
  const combo = comboOf(event);
  if (!combo || event.target.getAttribute('role') !== 'combobox') return;
  const { id, text, clear } = parts(combo);
  if (!text.value) { choose(combo, '', ''); } else { id.value = ''; clear.hidden = false; }
  clearTimeout(timer);
  timer = setTimeout(() => open(combo, text.value), PAUSE);
});
document.addEventListener('keydown', event => {
  const combo = comboOf(event);
  if (!combo || event.target.getAttribute('role') !== 'combobox') return;
  const { list } = parts(combo);
  const all = options(list);
  const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (list.hidden) open(combo, ''); else mark(combo, all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]);
  } else if (event.key === 'Enter' && !list.hidden) {
    event.preventDefault();
    if (all[at]) choose(combo, all[at].dataset.id, all[at].dataset.title);
  } else if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    close(combo);
  }
});
document.addEventListener('mousedown', event => {
  const combo = comboOf(event);
  if (!combo) return;
  const option = event.target.closest('[role=option]');
  const { text, list } = parts(combo);
  if (option) { event.preventDefault(); choose(combo, option.dataset.id, option.dataset.title); }
  else if (event.target.closest('.combo-clear')) { event.preventDefault(); choose(combo, '', ''); text.focus(); }
  else if (event.target === text && list.hidden) setTimeout(() => open(combo, ''));
});
document.addEventListener('focusout', event => {
  const combo = comboOf(event);
  if (!combo || combo.contains(event.relatedTarget)) return;
  const { id, text, list } = parts(combo);
  const exact = options(list).filter(option => option.dataset.title.toLowerCase() === text.value.trim().toLowerCase());
  if (!id.value && exact.length === 1) choose(combo, exact[0].dataset.id, exact[0].dataset.title);
  close(combo);
});
