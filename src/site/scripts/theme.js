// Sets the reader's theme and keeps it for the next page. Asked for before anything else, so that it is there before the
// first paint wherever a theme was chosen, since the script is in the browser's cache then; but nobody waits for it. The
// switch itself works by CSS alone.
const root = document.documentElement;

function kept() {
  try {
    return localStorage.getItem('theme') ?? 'system';
  } catch {
    return root.dataset.theme ?? 'system';
  }
}

function show() {
  root.dataset.theme = kept();
  const choice = document.getElementById(`theme-${root.dataset.theme}`);
  if (choice) choice.checked = true;
}

show();
document.addEventListener('DOMContentLoaded', show);
// Another page of the site may have changed it since this one was left.
addEventListener('pageshow', show);
addEventListener('storage', show);
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'theme') return;
  root.dataset.theme = target.value;
  try {
    localStorage.setItem('theme', target.value);
  } catch {
    // Nowhere to keep it: it holds for this page.
  }
});
