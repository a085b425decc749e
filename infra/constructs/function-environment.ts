import { type EnvironmentName, environments } from '../../shared/environment.ts';

type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;
type Variable = KeyOfAny<(typeof environments)[EnvironmentName]['shape']>;
export type VariableValues = Readonly<Partial<Record<Variable, string>>>;

/** Exactly the variables this environment's schema names. One that nobody gave a value ends the synthesis. */
export const environmentOf = (name: EnvironmentName, values: VariableValues): Record<string, string> =>
  Object.fromEntries(
    // Object.keys() widens to string; a schema's keys are its variables.
    (Object.keys(environments[name].shape) as Variable[]).map((variable) => {
      const value = values[variable];
      if (value === undefined)
        throw new Error(`The environment "${name}" needs ${variable}, and this stack has none`);
      return [variable, value];
    }),
  );
