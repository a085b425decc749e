import * as z from 'zod';
import { personProfileSchema, profileDetailsSchema } from '../conflicts/person-profile.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { alumSchema, offerSchema } from './alum.ts';
import { registrationSchema } from './alum-draft.ts';
import { choicesSchema } from './consent.ts';

const nothing = { params: z.object({}), query: z.object({}) };
const noBody = z.strictObject({});
const alum = z.object({ alum: alumSchema });

export const alumniApi = {
  viewAlum: {
    method: 'GET',
    path: '/api/v1/alumni/me',
    summary: 'One’s own registration as an alum of the JET Programme, or what is kept of it so far',
    access: 'person',
    ...nothing,
    body: noBody,
    output: z.object({
      alum: alumSchema.optional(),
      number: z.string().optional(),
      profileVersion: z.int(),
      places: personProfileSchema
        .pick({ home: true, placements: true, nameJa: true, chapters: true })
        .optional(),
      draftVersion: z.int(),
      registration: registrationSchema,
    }),
    success: 200,
  },
  keepRegistration: {
    method: 'PUT',
    path: '/api/v1/alumni/me/registration',
    summary:
      'Keep pages of a registration before it is sent; nobody sees them. If-Match 0 for the first time',
    access: 'person',
    ...nothing,
    body: registrationSchema,
    output: z.object({ draftVersion: z.int(), registration: registrationSchema }),
    success: 200,
    versioned: true,
  },
  registerAlum: {
    method: 'POST',
    path: '/api/v1/alumni/me',
    summary: 'Register as an alum, with a yes or a no to each use of what is said. Nobody gets mail',
    access: 'person',
    ...nothing,
    body: registrationSchema.extend({ profileVersion: z.int().min(0) }),
    output: alum,
    success: 201,
    keyed: true,
  },
  savePlaces: {
    method: 'PUT',
    path: '/api/v1/alumni/me/places',
    summary: 'Correct where one served and lives, by the profile’s version',
    access: 'person',
    ...nothing,
    body: profileDetailsSchema.pick({ nameJa: true, placements: true, home: true }),
    output: z.object({ profileVersion: z.int() }),
    success: 200,
    versioned: true,
  },
  saveOffer: {
    method: 'PUT',
    path: '/api/v1/alumni/me/offer',
    summary: 'Say anew what one brings and wishes, by the registration’s version',
    access: 'person',
    ...nothing,
    body: offerSchema,
    output: alum,
    success: 200,
    versioned: true,
  },
  decideConsents: {
    method: 'PUT',
    path: '/api/v1/alumni/me/consents',
    summary: 'Agree or withdraw, one by one. What is withdrawn counts at once; nobody is told',
    access: 'person',
    ...nothing,
    body: choicesSchema,
    output: alum,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
