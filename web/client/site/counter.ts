import { measureText } from '../../../shared/applications/sections/text-length.ts';

/**
 * `<p data-counter="<a textarea's id>" data-most="400 1200" data-words="… [count] …" data-characters="…">`, the most
 * being words and characters. The count is the server's own, in the unit of what is written; it is shown as one writes
 * and said to screen readers only once one pauses; going over marks it as due. Over an empty field the limit stays.
 */
export const countAsOneWrites = (): void => {
  for (const line of document.querySelectorAll<HTMLElement>('[data-counter]')) {
    const field = document.getElementById(line.dataset.counter ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const limit = line.textContent;
    const [words, characters] = (line.dataset.most ?? '').split(' ').map(Number);
    let pause: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const { unit, count } = measureText(field.value);
      const template = line.dataset[unit] ?? '';
      line.textContent = field.value.trim() === '' ? limit : template.replace('[count]', String(count));
      line.classList.toggle('due', count > ((unit === 'words' ? words : characters) ?? Infinity));
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
