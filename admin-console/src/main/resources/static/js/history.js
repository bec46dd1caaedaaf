// The history of an entity: a newer version is announced, and shown when that is asked for.
document.addEventListener('tillsync:commit', ({ detail }) => {
  const shown = document.getElementById('history');
  const isNewer = shown && detail.changes.some(({ type, id, version }) =>
    `${type}/${id}` === shown.dataset.entity && version > Number(shown.dataset.version));
  if (isNewer && !shown.querySelector('.htmx-request')) shown.querySelector('[data-outdated]').hidden = false;
});
