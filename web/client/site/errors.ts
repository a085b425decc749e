/** A refused form opens at its error summary, so that a screen reader begins there; its links lead into the fields. */
export const openErrors = (): void => {
  const summary = document.getElementById('errors');
  summary?.focus();
  summary?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    // The label, too, is wanted in sight.
    (field.closest('.field') ?? field).scrollIntoView();
    field.focus();
  });
};
