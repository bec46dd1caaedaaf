// What every screen has. Screens add their own modules by <script type="module">.
import './requests.js';
import './drafts.js';
import './keys.js';
import './live.js';

const theme = document.querySelector('[data-theme-switch]');
theme?.addEventListener('click', () => {
  const next = document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.bsTheme = next;
  localStorage.setItem('tillsync-theme', next);
});

document.addEventListener('click', event => {
  const closer = event.target.closest('dialog [data-close]');
  if (closer) closer.closest('dialog').close();
});

// Remembers the store, to begin there next time.
const place = location.pathname.match(/^\/s\/([^/]+)\//);
if (place) document.cookie = `tillsync-store=${place[1]}; path=/; max-age=31536000; samesite=lax`;
