// Follows what is committed at this place, and says so to the screen:
//   document event "tillsync:commit" {log, seq, at, actor, actorId, changes: [{type, id, op, version}], isWhole}.
// An element with data-live-entity="products/ID" and data-live-address is fetched anew when that entity changes, unless it is being
// typed in: then it is only marked (class is-outdated). While the tab is hidden nothing is held open; what was missed is sent afterwards.
const address = document.body.dataset.live;
const state = document.getElementById('live-state');
let source;
let token = '';

function show(isOn) {
  if (!state) return;
  state.classList.toggle('is-on', isOn);
  const text = isOn ? state.dataset.on : state.dataset.off;
  state.querySelector('[data-live-text]').textContent = text;
  state.title = text;
}

function open() {
  if (source || !address || document.hidden) return;
  source = new EventSource(`${address}?after=${encodeURIComponent(token)}`);
  source.addEventListener('open', event => { if (event.lastEventId) token = event.lastEventId; show(true); });
  source.addEventListener('commit', event => {
    token = event.lastEventId;
    document.dispatchEvent(new CustomEvent('tillsync:commit', { detail: JSON.parse(event.data) }));
  });
  source.onerror = () => {
    show(false);
    if (source?.readyState === EventSource.CLOSED) { close(); setTimeout(open, 5000); }
  };
}

function close() {
  source?.close();
  source = undefined;
}

document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
open();

document.addEventListener('tillsync:commit', ({ detail }) => {
  for (const { type, id } of detail.changes) {
    document.querySelectorAll(`[data-live-entity="${CSS.escape(`${type}/${id}`)}"]`).forEach(refresh);
  }
});

function refresh(element) {
  if (element.querySelector('.htmx-request')) return; // One's own change, whose answer is on its way.
  if (element.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) {
    element.classList.add('is-outdated');
  } else if (element.dataset.liveAddress) {
    htmx.ajax('GET', element.dataset.liveAddress, { target: element, swap: 'outerHTML' });
  }
}
