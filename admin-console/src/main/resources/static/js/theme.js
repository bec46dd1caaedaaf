// Runs before anything is painted: the theme that was chosen, else that of the system.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem('tillsync-theme');
    document.documentElement.dataset.bsTheme = chosen || (system.matches ? 'dark' : 'light');
  };
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  apply();
})();
