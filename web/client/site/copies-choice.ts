import { forgetCopies, isShared, remember, setShared } from './local-copy.ts';

/**
 * `<p data-copies hidden>` with `<input type="checkbox" data-shared>`: says that this browser keeps a copy until the
 * server has it, and lets the person say that the computer is shared. Without scripts there are no copies.
 */
export const offerChoice = (form: HTMLFormElement): void => {
  const line = form.querySelector<HTMLElement>('[data-copies]');
  const box = line?.querySelector<HTMLInputElement>('[data-shared]');
  if (!line || !box) return;
  const person = form.dataset.person ?? '';
  box.checked = isShared();
  line.hidden = false;
  box.addEventListener('change', () => {
    setShared(box.checked);
    if (box.checked) void forgetCopies(person);
    else remember(person);
  });
};
