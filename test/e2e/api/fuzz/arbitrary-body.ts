import fc from 'fast-check';
import * as z from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * Fields whose rules a JSON schema cannot tell, by name: most of the time one in range is taken, so that bodies reach
 * what lies behind the schema.
 */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const text = (max = 60) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.lorem({ maxCount: 6 }).map((words) => words.slice(0, max)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(max, 40) }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('大分市国際課', '=1+1', '<b>x</b>', '𠮷野家', 'e\u0301', "'; --", '0')
        .map((t) => t.slice(0, max)),
    },
  );

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.nat(9999).map((at) => `someone-${at}@people.example`),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((at) => at.toISOString()),
  date: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((at) => at.toISOString().slice(0, 10)),
};

const stringOf = ({ format = '', pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> => {
  const made = formats[format];
  if (made) return made;
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return text(maxLength).filter((one) => one.trim().length >= minLength);
};

const numberOf = ({ minimum = -1e6, maximum = 1e6 }: Schema) => {
  const [min, max] = [Math.ceil(minimum), Math.floor(Math.min(maximum, Number.MAX_SAFE_INTEGER))];
  return fc.oneof(fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) }), fc.constantFrom(min, max));
};

const fieldOf = (schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> => {
  const made = shapeOf(schema, known);
  // A choice of its own needs no help, and means something else by the name.
  const values = schema.enum ? undefined : known[name];
  return values
    ? fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: made })
    : made;
};

const shapeOf = (schema: Schema, known: Known): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => fieldOf(one, known)));
  const { allOf: [part] = [], ...rest } = schema;
  if (part) return shapeOf({ ...part, ...rest }, known);
  if (schema.type === 'object') return objectOf(schema, known);
  if (schema.type === 'array') {
    const { items, minItems = 0, maxItems = 5 } = schema;
    const item =
      items && typeof items === 'object' && !Array.isArray(items) ? fieldOf(items, known) : fc.anything();
    return fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
  }
  if (schema.type === 'string') return stringOf(schema);
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema);
  if (schema.type === 'boolean') return fc.boolean();
  return fc.jsonValue({ maxDepth: 2 });
};

const objectOf = (schema: Schema, known: Known): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties: rest } = schema;
  const fields = Object.entries(properties).map(([name, inner]) => [
    name,
    typeof inner === 'object' ? fieldOf(inner, known, name) : fc.anything(),
  ]);
  const needed: string[] = required.filter((name) => name in properties);
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
  const own = fc.record(model, { requiredKeys: needed });
  if (typeof rest !== 'object') return own;
  const keys = known.keys ? fc.constantFrom(...known.keys.map(String)) : fc.stringMatching(/^[a-z]{1,12}$/);
  return fc
    .tuple(own, fc.dictionary(keys, fieldOf(rest, known), { maxKeys: 3 }))
    .map(([a, b]) => ({ ...b, ...a }));
};

/** Bodies of the schema's shape, as a client would send them before anything is parsed. */
export const wellShaped = (schema: z.ZodType, known: Known = {}): fc.Arbitrary<unknown> =>
  fieldOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (body: unknown): body is Fields =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/**
 * The body, with the fields that the schema refuses taken from one that it takes: rules between fields are nothing that a
 * JSON schema tells.
 */
export const mended = (schema: z.ZodType, body: unknown, fitting: unknown): unknown => {
  const refused = schema.safeParse(body).error?.issues.map(({ path: [name] }) => String(name ?? ''));
  if (!refused || !isFields(body) || !isFields(fitting)) return body;
  const kept = Object.entries(body).filter(([name]) => !refused.includes(name));
  const taken = Object.entries(fitting).filter(([name]) => refused.includes(name));
  const one = Object.fromEntries([...kept, ...taken]);
  return schema.safeParse(one).success ? one : { ...body, ...fitting };
};

const wrong = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x'.repeat(9000),
  [],
  {},
  [[]],
  { $ne: 1 },
  '\u0000',
);

/** A well-shaped body with one thing wrong: a field of another type, one too many, one missing, or no object at all. */
export const misshaped = (schema: z.ZodType, known: Known = {}): fc.Arbitrary<unknown> =>
  fc
    .tuple(wellShaped(schema, known), fc.nat(), wrong, fc.constantFrom('swap', 'add', 'drop', 'whole'))
    .map(([body, at, value, how]) => {
      if (how === 'whole' || typeof body !== 'object' || body === null) return value;
      const names = Object.keys(body);
      const name = names[at % Math.max(1, names.length)];
      if (how === 'add' || name === undefined) return { ...body, [`unknown${at % 3}`]: value };
      if (how === 'drop') return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
      return { ...body, [name]: value };
    });
