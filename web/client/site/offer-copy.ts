import type { Copy } from './local-copy.ts';

type Act = readonly [words: string | undefined, act: () => void];

/** A box above the form that says something and may offer what to do about it; the one before it goes. */
export const tell = (form: HTMLFormElement, words: string, ...acts: readonly Act[]): void => {
  form.querySelector('[data-told]')?.remove();
  const box = document.createElement('div');
  box.className = 'notice gap-2';
  box.dataset.told = '';
  box.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.textContent = words;
  box.append(line);
  const buttons = document.createElement('p');
  buttons.className = 'acts gap-1';
  for (const [label, act] of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'go2';
    button.textContent = label ?? '';
    button.addEventListener('click', () => {
      box.remove();
      act();
    });
    buttons.append(button);
  }
  if (acts.length > 0) box.append(buttons);
  form.prepend(box);
};

/**
 * Writes the copy's values into the fields, with what they were written against, so that they are merged with what came
 * after them. What has no field on the page (a row that was never saved) is carried along unseen; whether there was any.
 */
export const restore = (form: HTMLFormElement, { fields }: Copy): boolean => {
  const held = new Map<string, string[]>();
  for (const [name, value] of fields) held.set(name, [...(held.get(name) ?? []), value]);
  held.delete('_key');
  for (const element of form.elements) {
    if (
      !(
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
      ) ||
      ['', '_key'].includes(element.name)
    )
      continue;
    const values = held.get(element.name);
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = values?.includes(element.value) ?? false;
      continue;
    }
    const value = values?.shift();
    if (value !== undefined) element.value = value;
    // A row that is here and not in the copy is another's, and stays theirs by merging.
    else if (element.name.includes('.')) element.value = '';
  }
  let isMore = false;
  for (const [name, values] of held) {
    const value = values[0];
    if (!value || form.elements.namedItem(name)) continue;
    const carried = document.createElement('input');
    carried.type = 'hidden';
    carried.name = name;
    carried.value = value;
    form.append(carried);
    isMore = true;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  return isMore;
};
