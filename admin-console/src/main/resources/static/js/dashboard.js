// Keeps the dashboard as things are: after each commit, and every so often for the tills. What somebody points at or has the focus in is
// left as it is; new lines of the list are then counted, and shown on a click.
import { tell } from './ago.js';

const root = document.querySelector('[data-dashboard]');
const parts = document.getElementById('dashboard-parts');
const QUIET = 700;
const EVERY = 15000;
let chart;
let waiting;
let newest;

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const numbers = new Intl.NumberFormat(document.documentElement.lang);

function data() {
  const rows = [...parts.querySelectorAll('[data-at]')];
  return [rows.map(row => +row.dataset.at), rows.map(row => +row.dataset.changes)];
}

function tip() {
  const box = Object.assign(document.createElement('div'), { className: 'chart-tip', hidden: true });
  return {
    hooks: {
      init: [plot => plot.over.append(box)],
      setCursor: [plot => {
        const at = plot.cursor.idx;
        box.hidden = at == null || plot.cursor.left < 0;
        if (box.hidden) return;
        const label = parts.querySelectorAll('[data-at] th')[at]?.textContent;
        box.textContent = `${label} · ${numbers.format(plot.data[1][at])}`;
        const left = plot.valToPos(plot.data[0][at], 'x');
        box.style.left = `${Math.max(0, Math.min(left - box.offsetWidth / 2, plot.over.clientWidth - box.offsetWidth))}px`;
        box.style.top = '0px';
      }],
    },
  };
}

function draw() {
  chart?.destroy();
  chart = undefined;
  const place = parts.querySelector('[data-chart]');
  if (!place || !window.uPlot) return;
  const axis = { stroke: colour('--bs-secondary-color'), grid: { stroke: colour('--bs-border-color'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', timeZone: root.dataset.zone });
  chart = new uPlot({
    width: place.clientWidth - 20, height: 205, padding: [10, 26, 0, 0], legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: true, range: (self, low, high) => [low - 1800, high + 1800] }, y: { range: (self, low, high) => [0, Math.max(4, high * 1.1)] } },
    axes: [
      { ...axis, grid: { show: false }, space: 70, values: (self, splits) => splits.map(at => clock.format(at * 1000)) },
      { ...axis, size: (self, values) => Math.max(48, 20 + 7 * Math.max(0, ...(values ?? []).map(value => String(value).length))), space: 45, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6], values: (self, splits) => splits.map(value => numbers.format(value)) },
    ],
    series: [{}, { fill: colour('--ts-accent'), stroke: colour('--ts-accent'), width: 0, paths: uPlot.paths.bars({ size: [0.66, 40], radius: 0.2 }), points: { show: false } }],
    plugins: [tip()],
  }, data(), place);
}

const isRead = part => part.matches(':hover') || part.contains(document.activeElement);
const keys = part => [...part.querySelectorAll('[data-key-of]')].map(line => line.dataset.keyOf);

function flash(part, before) {
  part.querySelectorAll('[data-key-of]').forEach(line => line.classList.toggle('is-new', before.length > 0 && !before.includes(line.dataset.keyOf)));
}

function replace(name, isAsked = false) {
  const old = parts.querySelector(`[data-part="${name}"]`);
  const fresh = newest?.querySelector(`[data-part="${name}"]`)?.cloneNode(true);
  if (!old || !fresh || old.isEqualNode(fresh)) return;
  if (name === 'recent') {
    const before = keys(old);
    const count = keys(fresh).filter(key => !before.includes(key)).length;
    if (isRead(old) && !isAsked) {
      if (count) {
        const hint = old.querySelector('[data-show-new]');
        hint.textContent = hint.dataset.text.replace('{0}', count);
        hint.hidden = false;
      }
      return;
    }
    flash(fresh, before);
  } else if (isRead(old) && name !== 'chart' && name !== 'tiles') {
    return;
  }
  if (name === 'chart') {
    fresh.querySelector('details')?.toggleAttribute('open', old.querySelector('details')?.open ?? false);
    const same = JSON.stringify([...old.querySelectorAll('[data-at]')].map(row => row.dataset.at + row.dataset.changes))
      === JSON.stringify([...fresh.querySelectorAll('[data-at]')].map(row => row.dataset.at + row.dataset.changes));
    if (same) return;
  }
  old.replaceWith(fresh);
  tell(fresh);
  if (name === 'chart') draw();
}

async function look() {
  waiting = undefined;
  if (document.hidden) return;
  const response = await fetch(root.dataset.dashboard, { headers: { 'HX-Request': 'true' } }).catch(() => undefined);
  if (!response?.ok) return;
  newest = new DOMParser().parseFromString(await response.text(), 'text/html');
  ['tiles', 'chart', 'problems', 'recent', 'tills'].forEach(name => replace(name));
}

document.addEventListener('tillsync:commit', () => { waiting ??= setTimeout(look, QUIET); });
setInterval(look, EVERY);
document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
parts.addEventListener('click', event => { if (event.target.closest('[data-show-new]')) replace('recent', true); });
parts.addEventListener('mouseleave', () => replace('recent'));

if (parts.querySelector('[data-looking]')) setTimeout(look, 1000);
if (window.uPlot) draw(); else addEventListener('load', draw);
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
let width = 0;
new ResizeObserver(() => {
  const now = parts.clientWidth;
  if (chart && now !== width) { const place = parts.querySelector('[data-chart]'); chart.setSize({ width: place.clientWidth - 20, height: 205 }); }
  width = now;
}).observe(parts);
