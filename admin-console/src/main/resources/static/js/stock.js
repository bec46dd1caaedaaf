// The usual reason for what is chosen, as long as nobody has chosen another one.
const USUAL = { add: 'delivery', take: 'damaged', count: 'count' };

document.addEventListener('change', event => {
  const form = event.target.closest('#stock form');
  if (!form) return;
  if (event.target.name === 'reason') form.dataset.chosen = 'true';
  if (event.target.name === 'how' && !form.dataset.chosen) {
    const usual = form.reason.querySelector(`[data-reason="${USUAL[event.target.value]}"]`);
    if (usual) form.reason.value = usual.value;
  }
});
