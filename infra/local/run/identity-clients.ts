import * as z from 'zod';
import type { IdentityClient } from '../engines/identity/provider.ts';
import type { Resources } from '../template/resources.ts';

const clientShape = z.object({
  CallbackURLs: z.array(z.string()).min(1),
  LogoutURLs: z.array(z.string()).default([]),
});

/** The user pool's clients, under the ids that functions are told. */
export const readClients = (resources: Resources): readonly IdentityClient[] =>
  resources.ofType('AWS::Cognito::UserPoolClient', clientShape).map(({ ref, properties }) => ({
    id: ref,
    callbacks: properties.CallbackURLs,
    signedOut: properties.LogoutURLs,
  }));
