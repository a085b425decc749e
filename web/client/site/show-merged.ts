type Pairs = readonly (readonly [string, string])[];

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
  const before = new Map(sent);
  const fields = changed.map(([name]) => form.elements.namedItem(name));
  const now = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const isInReach = changed.every(([name], at) => {
    const field = fields[at];
    if (!field || (field instanceof HTMLInputElement && field.type === 'hidden')) return false;
    return (now.get(name) ?? '') === (before.get(name) ?? '');
  });
  if (!isInReach) return undefined;
  for (const [at, [name, value]] of changed.entries()) {
    const field = fields[at];
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === field.value;
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      field instanceof RadioNodeList
    )
      field.value = value;
    const shown = form.querySelector(`[name="${CSS.escape(name)}"]`);
    shown?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const after = new Map(changed);
  const rest = sent.map(([name, value]) => [name, after.get(name) ?? value] as const);
  const fresh = changed.filter(([name]) => !before.has(name));
  return [...rest, ...fresh];
};
