// Short notices that do not stand in the way. One with an action (undo) stays longer.
const LASTS = 6000;
const LASTS_WITH_ACTION = 15000;

export function toast(text, { kind = 'info', action } = {}) {
  const area = document.getElementById('toasts');
  if (!area) return;
  const same = [...area.children].find(other => other.dataset.text === text);
  same?.remove();
  const item = document.createElement('div');
  item.className = `notice notice-${kind}`;
  item.dataset.text = text;
  item.append(Object.assign(document.createElement('span'), { textContent: text }));
  if (action) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: action.label });
    button.addEventListener('click', () => { item.remove(); action.run(); });
    item.append(button);
  }
  area.append(item);
  setTimeout(() => item.remove(), action ? LASTS_WITH_ACTION : LASTS);
}

// A server says it by the header HX-Trigger: {"notice": {"text": "…", "kind": "success", "undo": {"label": "…", "address": "…", "values": {…}}}}
document.addEventListener('notice', event => {
  const { text, kind, undo } = event.detail;
  const action = undo && { label: undo.label, run: () => htmx.ajax('POST', undo.address, { values: undo.values, swap: 'none' }) };
  toast(text, { kind, action });
});
