import { cleanText } from '../../../shared/applications/sections/clean-text.ts';

/** What is pasted comes in as the draft keeps it, so that what one sees is what is saved. One undo takes it back. */
export const cleanPastes = (): void => {
  document.addEventListener('paste', (event) => {
    const field = event.target;
    const isLine = field instanceof HTMLInputElement && field.type === 'text';
    if (!isLine && !(field instanceof HTMLTextAreaElement)) return;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const clean = isLine ? cleanText(pasted).replaceAll('\n', ' ') : cleanText(pasted);
    if (clean === pasted) return;
    event.preventDefault();
    // Deprecated, and the only way in that the browser's own undo knows of.
    if (document.execCommand('insertText', false, clean)) return;
    field.setRangeText(clean, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
