/** Where the identity provider sends people back to; the provider's own settings name the same. */
export const callbackPath = '/auth/callback';
