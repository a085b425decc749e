/**
 * Running totals of a budget. Without scripts the page shows them when it is saved.
 *
 *   <form data-totals data-max-cents="1500000" data-match-percent="20">
 *     <… data-line> with fields whose names end in `.quantity` `.unitCost` `.requested` `.match`
 *        <output data-line-total>         quantity × unit cost
 *   <output data-total="requested"> <output data-total="match"> <output data-total="cost">
 *   <output data-total="left">            what is left of the maximum; gets `.due` below zero
 *   <output data-total="match-percent">   the match in whole percent of what is requested, `29`
 *   <rect data-gauge width="763">         of 1000
 *
 * All in cents, so that nothing rounds; the server counts again.
 */
const cents = (typed: string): number => {
  const match = /^\$?\s*((?:\d{1,3}(?:,\d{3})+)|\d{1,9})(?:\.(\d{1,2}))?$/.exec(
    typed.normalize('NFKC').trim(),
  );
  return match ? Number(match[1]?.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
};

const dollars = (amount: number): string =>
  `${amount < 0 ? '−' : ''}$${(Math.abs(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

type Sums = { requested: number; match: number; cost: number };

const sumOf = (form: HTMLElement): Sums => {
  const sums: Sums = { requested: 0, match: 0, cost: 0 };
  for (const line of form.querySelectorAll<HTMLElement>('[data-line]')) {
    const typed = (field: string) => line.querySelector<HTMLInputElement>(`[name$=".${field}"]`)?.value ?? '';
    const quantity = Number(typed('quantity').normalize('NFKC')) || 0;
    const cost = Math.round(quantity * cents(typed('unitCost')));
    const shown = line.querySelector('[data-line-total]');
    if (shown) shown.textContent = dollars(cost);
    sums.cost += cost;
    sums.requested += cents(typed('requested'));
    sums.match += cents(typed('match'));
  }
  return sums;
};

const show = (form: HTMLElement): void => {
  const sums = sumOf(form);
  const max = Number(form.dataset.maxCents ?? 0);
  const left = max - sums.requested;
  const words: Record<string, string> = {
    requested: dollars(sums.requested),
    match: dollars(sums.match),
    cost: dollars(sums.cost),
    left: dollars(left),
    'match-percent': sums.requested ? String(Math.floor((sums.match * 100) / sums.requested)) : '0',
  };
  const least = Number(form.dataset.matchPercent ?? 0);
  const wrong: Record<string, boolean> = {
    left: left < 0,
    'match-percent': sums.match * 100 < sums.requested * least,
  };
  for (const output of form.querySelectorAll<HTMLElement>('[data-total]')) {
    const name = output.dataset.total ?? '';
    output.textContent = words[name] ?? '';
    output.classList.toggle('due', wrong[name] ?? false);
  }
  const gauge = form.querySelector('[data-gauge]');
  if (max > 0)
    gauge?.setAttribute('width', String(Math.min(1000, Math.round((sums.requested / max) * 1000))));
};

/** Counts every budget on the page as one types. */
export const keepTotals = (): void => {
  for (const form of document.querySelectorAll<HTMLElement>('[data-totals]')) {
    show(form);
    form.addEventListener('input', () => show(form));
  }
};
