import type { Copy } from './local-copy.ts';

const button = (words: string, act: () => void) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'go2';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
};

/** Writes the copy's values into the fields that are there. */
export const restore = (form: HTMLFormElement, { fields }: Copy): void => {
  const held = new Map<string, string[]>();
  for (const [name, value] of fields) held.set(name, [...(held.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = held.get(element.name)?.includes(element.value) ?? false;
    } else if (
      // The version too: words written against an older one must not overwrite what came after them.
      (element instanceof HTMLInputElement && element.name !== '_key') ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const value = held.get(element.name)?.shift();
      if (value !== undefined) element.value = value;
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Says that this device holds words the server has not, and lets the person choose. */
export const offerCopy = (
  form: HTMLFormElement,
  copy: Copy,
  after: () => void,
  discard: () => void,
): void => {
  const box = document.createElement('div');
  box.className = 'notice gap-2';
  box.setAttribute('role', 'status');
  const line = document.createElement('p');
  const when = new Date(copy.at).toLocaleString(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  line.textContent = (form.dataset.found ?? '').replace('[time]', when);
  const acts = document.createElement('p');
  acts.className = 'acts gap-1';
  acts.append(
    button(form.dataset.restore ?? '', () => {
      restore(form, copy);
      box.remove();
      after();
    }),
    button(form.dataset.discard ?? '', () => {
      discard();
      box.remove();
    }),
  );
  box.append(line, acts);
  form.prepend(box);
};
