import type { View } from '../../view.ts';

/** `$12,600`: in a ranking amounts are compared, so they stand without cents. */
export const WholeDollars = ({ view: { format }, cents }: { view: View; cents: number }) => (
  <span class="num">${format.number(Math.round(cents / 100))}</span>
);
