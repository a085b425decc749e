import { StartError } from '../start-error.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** What a template's intrinsics stand for, asked one at a time. */
export type Lookup = {
  /** A resource's, parameter's or pseudo parameter's `Ref`; undefined means `AWS::NoValue`. */
  readonly ref: (name: string) => Json | undefined;
  readonly attribute: (logicalId: string, attribute: string) => string;
  readonly importValue: (name: string) => Json;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, first: string, second: string) => Json;
};

type Resolve = (value: Json) => Json | undefined;

const text = (value: Json | undefined, where: string): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new StartError(
    `The template uses ${where} with something that is no text: ${JSON.stringify(value)}.`,
  );
};
const list = (value: Json | undefined, where: string): readonly Json[] => {
  if (Array.isArray(value)) return value;
  throw new StartError(
    `The template uses ${where} with something that is no list: ${JSON.stringify(value)}.`,
  );
};

const substitute = (argument: Json, resolve: Resolve, { ref, attribute }: Lookup) => {
  const [pattern, given] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isObject(given) ? given : {};
  return text(pattern, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const mine = own[name];
    if (mine !== undefined) return text(resolve(mine), 'Fn::Sub');
    const [id = '', ...rest] = name.split('.');
    return rest.length ? attribute(id, rest.join('.')) : text(ref(name), 'Fn::Sub');
  });
};

const choose = (argument: Json, resolve: Resolve, { condition }: Lookup) => {
  const [name, yes = null, no = null] = list(argument, 'Fn::If');
  return resolve(condition(text(name, 'Fn::If')) ? yes : no);
};

const intrinsics: Readonly<
  Record<string, (argument: Json, resolve: Resolve, lookup: Lookup) => Json | undefined>
> = {
  Ref: (argument, _, { ref }) => ref(text(argument, 'Ref')),
  Condition: (argument, _, { condition }) => condition(text(argument, 'Condition')),
  'Fn::GetAtt': (argument, _, { attribute }) => {
    const [id = '', ...rest] = Array.isArray(argument)
      ? argument.map((part) => text(part, 'Fn::GetAtt'))
      : text(argument, 'Fn::GetAtt').split('.');
    return attribute(id, rest.join('.'));
  },
  'Fn::Sub': substitute,
  'Fn::If': choose,
  'Fn::Join': (argument, resolve) => {
    const [separator, parts = []] = list(argument, 'Fn::Join');
    const resolved = list(resolve(parts), 'Fn::Join').map((part) => text(part, 'Fn::Join'));
    return resolved.join(text(separator, 'Fn::Join'));
  },
  'Fn::Select': (argument, resolve) => {
    const [index, from = []] = list(argument, 'Fn::Select');
    return list(resolve(from), 'Fn::Select')[Number(index)];
  },
  'Fn::Split': (argument, resolve) => {
    const [separator, whole = ''] = list(argument, 'Fn::Split');
    return text(resolve(whole), 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::ImportValue': (argument, resolve, { importValue }) =>
    importValue(text(resolve(argument), 'Fn::ImportValue')),
  'Fn::FindInMap': (argument, resolve, { mapping }) => {
    const [map, first, second] = list(argument, 'Fn::FindInMap').map((part) =>
      text(resolve(part), 'Fn::FindInMap'),
    );
    return mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::Base64': (argument, resolve) => Buffer.from(text(resolve(argument), 'Fn::Base64')).toString('base64'),
  'Fn::Equals': (argument, resolve) => {
    const [a = null, b = null] = list(argument, 'Fn::Equals');
    return JSON.stringify(resolve(a)) === JSON.stringify(resolve(b));
  },
  'Fn::And': (argument, resolve) => list(argument, 'Fn::And').every((one) => resolve(one) === true),
  'Fn::Or': (argument, resolve) => list(argument, 'Fn::Or').some((one) => resolve(one) === true),
  'Fn::Not': (argument, resolve) => list(argument, 'Fn::Not').every((one) => resolve(one) !== true),
};

const resolveObject = (value: JsonObject, resolve: Resolve, lookup: Lookup): Json | undefined => {
  const [key = '', ...others] = Object.keys(value);
  const isIntrinsic = others.length === 0 && (key.startsWith('Fn::') || key === 'Ref');
  if (isIntrinsic || (others.length === 0 && key === 'Condition' && typeof value[key] === 'string')) {
    const run = intrinsics[key];
    if (!run) throw new StartError(`The template uses ${key}, which the local platform does not know.`);
    return run(value[key] ?? null, resolve, lookup);
  }
  const entries = Object.entries(value).map(([name, inner]) => [name, resolve(inner)] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined),
  );
};

/** A value with all its intrinsics replaced by what they stand for; undefined where it is `AWS::NoValue`. */
export const resolveValue = (value: Json, lookup: Lookup): Json | undefined => {
  const resolve: Resolve = (inner) => resolveValue(inner, lookup);
  if (Array.isArray(value)) return value.map(resolve).filter((inner): inner is Json => inner !== undefined);
  return isObject(value) ? resolveObject(value, resolve, lookup) : value;
};
