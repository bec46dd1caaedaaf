// The keyboard: what each key does is in the help (?). Rows are elements with data-row, in order; one at a time is the current one.
const typing = element => element.closest('input, textarea, select, [contenteditable]');
const rows = () => [...document.querySelectorAll('[data-row]')].filter(row => row.offsetParent !== null);
const click = selector => { const element = document.querySelector(selector); element?.click(); return Boolean(element); };

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.findIndex(row => row.classList.contains('is-current'));
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  all[at]?.classList.remove('is-current');
  next.classList.add('is-current');
  (next.querySelector('a, button') ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

const actions = {
  '/': () => { const field = document.querySelector('main [data-key="/"]') ?? document.querySelector('[data-key="/"]'); field?.focus(); field?.select(); return Boolean(field); },
  j: () => move(1),
  k: () => move(-1),
  n: () => click('[data-key="n"]'),
  '[': () => click('[data-key="["]'),
  ']': () => click('[data-key="]"]'),
  '?': () => { document.getElementById('keys')?.showModal(); return true; },
  Escape: () => click('[data-key="Escape"]'),
};

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    const button = document.querySelector('[data-key="save"]:not(:disabled)');
    if (button) { event.preventDefault(); button.click(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (typing(event.target)) {
    if (event.key === 'Escape' && !event.defaultPrevented) event.target.blur();
    return;
  }
  if (actions[event.key]?.()) event.preventDefault();
});

document.querySelector('[data-help]')?.addEventListener('click', actions['?']);
