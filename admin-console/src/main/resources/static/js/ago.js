// <time data-ago datetime="…"> reads as "2 minutes ago", <time data-ago="until"> as "in 2 hours", in the page's language, and goes on
// with the time. The exact time stays in its title.
const locale = document.documentElement.lang || 'en';
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const units = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

function text(element) {
  const seconds = Math.round((new Date(element.getAttribute('datetime')) - Date.now()) / 1000);
  const past = Math.min(0, seconds);
  const future = element.dataset.ago === 'until' ? Math.max(0, seconds) : past;
  if (Math.abs(future) > 7 * 86400) return undefined;
  const [unit, size] = units.find(([, length]) => Math.abs(future) >= length) ?? units[3];
  if (unit === 'second' && element.dataset.ago !== 'until' && Math.abs(future) < 5) return relative.format(0, 'second');
  return relative.format(Math.trunc(future / size), unit);
}

export function tell(root = document) {
  root.querySelectorAll('time[data-ago]').forEach(element => {
    element.title ||= element.textContent;
    const now = text(element);
    if (now && element.textContent !== now) element.textContent = now;
  });
}

tell();
setInterval(tell, 5000);
document.addEventListener('htmx:load', event => tell(event.detail.elt.parentNode ?? document));
