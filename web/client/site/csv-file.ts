/**
 * `<div hidden data-csv-into="csv">` with a file input: what the file says comes into that field, to be looked at and
 * sent with the form. Without scripts it stays hidden, and the lines are pasted. Excel of older days saves Shift_JIS:
 * what is no UTF-8 is read as that, and it is said so.
 */
const textOf = (bytes: ArrayBuffer): { text: string; as: 'utf8' | 'sjis' } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), as: 'utf8' };
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), as: 'sjis' };
  }
};

export const readCsvFiles = (): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-csv-into]')) {
    const field = document.getElementById(part.dataset.csvInto ?? '');
    const input = part.querySelector<HTMLInputElement>('input[type=file]');
    if (!input || !(field instanceof HTMLTextAreaElement)) continue;
    part.hidden = false;
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      if (!file) return;
      const { text, as } = textOf(await file.arrayBuffer());
      field.value = text;
      const status = part.querySelector('[data-csv-status]');
      if (status) status.textContent = (part.dataset[as] ?? '').replace('[name]', file.name);
    });
  }
};
