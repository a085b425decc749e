type Pairs = readonly (readonly [string, string])[];

const pairsOf = (form: HTMLFormElement): Pairs =>
  [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);

/** What a field says, several ticked boxes as the one text they are kept as. */
const textOf = (pairs: Pairs, name: string): string =>
  pairs
    .filter(([one]) => one === name)
    .map(([, value]) => value)
    .join(',');

const write = (field: Element | RadioNodeList, value: string): void => {
  if (field instanceof RadioNodeList) {
    const chosen = value.split(',');
    for (const box of field) if (box instanceof HTMLInputElement) box.checked = chosen.includes(box.value);
  } else if (field instanceof HTMLInputElement && field.type === 'checkbox')
    field.checked = value === field.value;
  else if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    field.value = value;
};

/**
 * Writes what another editor changed into its fields, and returns what the form then holds as saved. Undefined, and
 * nothing is touched, where any of it has no visible field here, or where one has written in it since it was sent.
 */
export const showMerged = (
  form: HTMLFormElement,
  changed: Pairs | undefined,
  sent: Pairs,
): Pairs | undefined => {
  if (!changed) return undefined;
  const fields = new Map(changed.map(([name]) => [name, form.elements.namedItem(name)]));
  const now = pairsOf(form);
  const isInReach = [...fields].every(([name, field]) => {
    if (!field || (field instanceof HTMLInputElement && field.type === 'hidden')) return false;
    return textOf(now, name) === textOf(sent, name);
  });
  if (!isInReach) return undefined;
  for (const [name, value] of changed) {
    const field = fields.get(name);
    if (field) write(field, value);
    const shown = form.querySelector(`[name="${CSS.escape(name)}"]`);
    shown?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const isChanged = ([name]: readonly [string, string]) => fields.has(name);
  return [...sent.filter((pair) => !isChanged(pair)), ...pairsOf(form).filter(isChanged)];
};
