/** `<div data-join>`: who edits the joined text means it, so its radio button is chosen. */
export const pickJoined = (): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-join]'))
    part.querySelector('textarea')?.addEventListener('input', () => {
      const radio = part.querySelector<HTMLInputElement>('[type="radio"]');
      if (radio) radio.checked = true;
    });
};
