import { isObject, type Json, type JsonObject } from '../template/json.ts';

/** Whether an event passes a Lambda event filter: every field of the pattern fits, of a list of rules any one. */
export const fitsPattern = (pattern: JsonObject, event: Json | undefined): boolean =>
  Object.entries(pattern).every(([name, rule]) => {
    if (name === '$or')
      return Array.isArray(rule) && rule.some((one) => isObject(one) && fitsPattern(one, event));
    const value = isObject(event) ? event[name] : undefined;
    if (isObject(rule)) return fitsPattern(rule, value);
    if (!Array.isArray(rule)) throw new Error(`A filter's rule for ${name} is neither a list nor an object`);
    return rule.some((one) => fitsRule(one, value));
  });

const fitsRule = (rule: Json, value: Json | undefined): boolean => {
  // A list in the event fits if any of its elements does.
  if (Array.isArray(value)) return value.some((one) => fitsRule(rule, one));
  if (!isObject(rule)) return value === rule;
  const [[kind, wanted] = ['', null]] = Object.entries(rule);
  const text = typeof value === 'string' ? value : undefined;
  switch (kind) {
    case 'exists':
      return (value !== undefined) === wanted;
    case 'prefix':
      return text?.startsWith(String(wanted)) ?? false;
    case 'suffix':
      return text?.endsWith(String(wanted)) ?? false;
    case 'equals-ignore-case':
      return text?.toLowerCase() === String(wanted).toLowerCase();
    case 'anything-but':
      return (
        value !== undefined &&
        ![wanted].flat().some((one) => (isObject(one) ? fitsRule(one, value) : one === value))
      );
    case 'numeric':
      return Array.isArray(wanted) && typeof value === 'number' && fitsNumbers(wanted, value);
    default:
      throw new Error(`A filter uses "${kind}", which the local platform does not know`);
  }
};

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

// ["numeric", [">", 0, "<=", 5]]
const fitsNumbers = (wanted: readonly Json[], value: number): boolean => {
  for (let at = 0; at + 1 < wanted.length; at += 2)
    if (!comparisons[String(wanted[at])]?.(value, Number(wanted[at + 1]))) return false;
  return true;
};
