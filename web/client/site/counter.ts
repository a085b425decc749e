/** How the house counts: words by white space, characters as people see them (字数). */
export const countIn = (unit: string, text: string): number => {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (unit === 'words') return trimmed.split(/\s+/).length;
  return [...new Intl.Segmenter().segment(trimmed)].length;
};

/**
 * `<textarea data-count="words|graphemes" data-max="300">` with `<p data-counter="<its id>" data-words="… [count] …">`.
 * The count is shown as one writes and said to screen readers only once one pauses; going over marks it as due.
 */
export const countAsOneWrites = (): void => {
  for (const line of document.querySelectorAll<HTMLElement>('[data-counter]')) {
    const field = document.getElementById(line.dataset.counter ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const count = countIn(field.dataset.count ?? 'words', field.value);
      line.textContent = (line.dataset.words ?? '').replace('[count]', String(count));
      line.classList.toggle('due', count > Number(field.dataset.max));
    };
    show();
    field.addEventListener('input', () => {
      line.setAttribute('aria-live', 'off');
      show();
      clearTimeout(pause);
      pause = setTimeout(() => {
        line.setAttribute('aria-live', 'polite');
        show();
      }, 1500);
    });
  }
};
