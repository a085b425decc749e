const kept = 'shimai-score-keys';

const isOn = (): boolean => {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
};

const keep = (on: boolean): void => {
  try {
    localStorage.setItem(kept, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])') !==
    null;

const radiosOf = (group: Element) => [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')];

/**
 * Scoring by key, wherever one stands on the page but in a text field:
 *
 *   <fieldset data-criterion> one after the other: J goes to the next, K to the one before, 1 to 5 choose in it
 *   <p data-score-said data-words="[name]: [score]" role="status"> says what was chosen
 *   <label data-keys hidden><input type="checkbox"></label> switches it off, which this device remembers (WCAG 2.1.4)
 */
export const scoreByKey = (): void => {
  const label = document.querySelector<HTMLElement>('[data-keys]');
  const form = label?.closest('form');
  const box = label?.querySelector('input');
  if (!label || !form || !box) return;
  label.hidden = false;
  box.checked = isOn();
  box.addEventListener('change', () => keep(box.checked));

  const go = (by: 1 | -1): void => {
    const groups = [...form.querySelectorAll('[data-criterion]')];
    const at = groups.findIndex((group) => group.contains(document.activeElement));
    const next = groups[at === -1 ? 0 : Math.min(groups.length - 1, Math.max(0, at + by))];
    const radios = next ? radiosOf(next) : [];
    const chosen = radios.find(({ checked }) => checked) ?? radios[0];
    next?.scrollIntoView({ block: 'nearest' });
    chosen?.focus();
  };

  const choose = (digit: number): void => {
    const group = document.activeElement?.closest('[data-criterion]');
    const radio = group && radiosOf(group)[digit - 1];
    if (!radio) return;
    radio.focus();
    // A click, not a property: the form's own listeners must hear of it.
    radio.click();
    const said = form.querySelector<HTMLElement>('[data-score-said]');
    const name = group.querySelector('legend')?.firstChild?.textContent ?? '';
    const words = radio.nextElementSibling?.textContent ?? radio.value;
    if (said) said.textContent = (said.dataset.words ?? '').replace('[name]', name).replace('[score]', words);
  };

  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey, isComposing } = event;
    if (!box.checked || ctrlKey || altKey || metaKey || isComposing || types(target)) return;
    if (key === 'j' || key === 'k') go(key === 'j' ? 1 : -1);
    else if (/^[1-9]$/.test(key)) choose(Number(key));
  });
};
