import * as z from 'zod';
import { lineSchema } from '../kernel/text.ts';
import { japanesePlaceSchema, saidPlaceFields } from './japanese-place.ts';

export const jetRoles = ['ALT', 'CIR', 'SEA'] as const;

/** Who employs participants of the JET Programme (任用団体), as the programme sorts them. */
export const contractingKinds = [
  'prefecture',
  'designated-city',
  'municipality',
  'board-of-education',
  'private-school',
] as const;
export type ContractingKind = (typeof contractingKinds)[number];

const kind = z.enum(contractingKinds);
const organisationName = lineSchema(120).pipe(z.string().min(1));
const year = z.int().min(1950).max(2100);
/** From a year to a year, both included; without an end it lasts still. */
export const span = { from: year, to: year.exactOptional() };
export const inOrder = ({ from, to }: { from: number; to?: number }) => to === undefined || to >= from;
export const order = { error: 'ends-before-start', path: ['to'] };

/** Who employed them, which need not be where they served. */
const contractingSchema = z.object({
  kind,
  name: organisationName.exactOptional(),
  /** The town that it is of, where it is of one that could be told. */
  place: japanesePlaceSchema.exactOptional(),
});

export const placementSchema = z.object({
  place: japanesePlaceSchema,
  role: z.enum(jetRoles),
  ...span,
  contractingOrganisation: contractingSchema.exactOptional(),
});
export type Placement = z.output<typeof placementSchema>;

/** A placement as a person writes it. */
export const saidPlacementSchema = z
  .strictObject({
    ...saidPlaceFields,
    role: z.enum(jetRoles),
    ...span,
    contractingOrganisation: z.strictObject({ kind, name: organisationName.exactOptional() }).exactOptional(),
  })
  .refine(inOrder, order);
export type SaidPlacement = z.output<typeof saidPlacementSchema>;
export type SaidContracting = NonNullable<SaidPlacement['contractingOrganisation']>;
