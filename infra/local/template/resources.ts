import type * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { Stack } from './assembly.ts';
import { type Lookup, resolveValue } from './intrinsics.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { account, attributeOf, isKnownType, type Places, physical, region } from './resource-types.ts';
import { fillSecrets } from './secrets.ts';

/** `ref` is what `Ref` says of it: a table's or bucket's name, a queue's address, a client's id. */
type Resource<Properties> = {
  readonly logicalId: string;
  readonly ref: string;
  readonly properties: Properties;
};
/** The template as the local platform reads it: resources by type, with nothing left to resolve. */
export type Resources = {
  readonly ofType: <S extends z.ZodType>(type: string, shape: S) => readonly Resource<z.output<S>>[];
  /** The folder or file behind an asset's object key. */
  readonly asset: (objectKey: string) => string | undefined;
};

type Given = {
  readonly stacks: readonly Stack[];
  readonly places: Places;
  readonly secret: (id: string) => string;
  /** Addresses of the cloud → those of this machine, replaced in every text. */
  readonly rewrites: readonly (readonly [RegExp | string, string])[];
};

const pseudo: Readonly<Record<string, Json | undefined>> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': undefined,
};

/** Reads the stacks of one stage. Throws a StartError at a resource type or value that cannot be run here. */
export const readResources = ({ stacks, places, secret, rewrites }: Given): Resources => {
  const textsOf = (value: Json): Json => {
    if (typeof value === 'string') {
      const refuse = (service: string): never => {
        throw new StartError(
          `The template reads a value from ${service}, which the local platform does not know.`,
        );
      };
      return rewrites.reduce<string>(
        (text, [from, to]) => text.replaceAll(from, to),
        fillSecrets(value, secret, refuse),
      );
    }
    if (Array.isArray(value)) return value.map(textsOf);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textsOf(inner)]));
  };

  const lookupIn = ({ name, template }: Stack): Lookup => {
    const missing = (what: string): never => {
      throw new StartError(`The template of ${name} refers to ${what}, which does not exist.`);
    };
    const resource = (logicalId: string) => template.Resources[logicalId] ?? missing(logicalId);
    const named = (logicalId: string) => ({
      logicalId,
      places,
      properties: namesOf(resource(logicalId).Properties, lookup),
    });
    const lookup: Lookup = {
      ref: (id) => {
        if (id === 'AWS::StackName' || id === 'AWS::StackId') return name;
        if (id in pseudo) return pseudo[id];
        const parameter = template.Parameters[id];
        if (parameter) return parameter.Default ?? missing(`a value for the parameter ${id}`);
        return physical(resource(id).Type, named(id)).ref;
      },
      attribute: (id, attribute) =>
        attributeOf(resource(id).Type, attribute, named(id)) ?? missing(`${id}.${attribute}`),
      importValue: (exported) => {
        for (const stack of stacks)
          for (const output of Object.values(stack.template.Outputs)) {
            const own = lookupIn(stack);
            const exportName = isObject(output.Export)
              ? resolveValue(output.Export.Name ?? null, own)
              : undefined;
            if (exportName === exported) return resolveValue(output.Value ?? null, own) ?? null;
          }
        return missing(`the export ${exported}`);
      },
      condition: (id) =>
        resolveValue(template.Conditions[id] ?? missing(`the condition ${id}`), lookup) === true,
      mapping: (map, first, second) => {
        const row = template.Mappings[map]?.[first];
        return (isObject(row) ? row[second] : undefined) ?? missing(`the mapping ${map}.${first}.${second}`);
      },
    };
    return lookup;
  };

  for (const { template } of stacks)
    for (const [logicalId, { Type }] of Object.entries(template.Resources))
      if (!isKnownType(Type))
        throw new StartError(
          `The template's ${logicalId} is an ${Type}, which the local platform does not run yet: see infra/local/template/resource-types.ts.`,
        );

  return {
    asset: (objectKey) => stacks.map(({ assets }) => assets.get(objectKey)).find(Boolean),
    ofType: (type, shape) =>
      stacks.flatMap((stack) => {
        const lookup = lookupIn(stack);
        return Object.entries(stack.template.Resources)
          .filter(([, { Type, Condition }]) => Type === type && (!Condition || lookup.condition(Condition)))
          .map(([logicalId, { Properties }]) => {
            const parsed = shape.safeParse(textsOf(resolveValue(Properties, lookup) ?? {}));
            if (parsed.success)
              return { logicalId, ref: String(lookup.ref(logicalId)), properties: parsed.data };
            const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
            throw new StartError(
              `The template's ${logicalId} (${type}) cannot be run here: ${where.join('; ')}.`,
            );
          });
      }),
  };
};

/** Only the properties that name a resource: resolving them all for one `Ref` could go in circles. */
const namesOf = (properties: JsonObject, lookup: Lookup): JsonObject => {
  const names = ['TableName', 'QueueName', 'BucketName', 'FunctionName', 'Domain'];
  const own = Object.entries(properties).filter(([key]) => names.includes(key));
  const resolved = resolveValue(Object.fromEntries(own), lookup);
  return isObject(resolved) ? resolved : {};
};
