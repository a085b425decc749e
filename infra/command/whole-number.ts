import { UsageProblem } from './input-error.ts';

/** An option's whole number from `least` to `most`. Throws a `UsageProblem` that names the option. */
export const wholeNumber = (name: string, typed: string, least: number, most: number): number => {
  const value = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageProblem(`${name} is a whole number from ${least} to ${most}`);
};
