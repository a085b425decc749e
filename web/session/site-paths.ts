/** Pages that only who is signed in may see. Others ask for it by `signedIn` on their own routes. */
export const signedInPaths = [
  '/my',
  '/account',
  '/alumni/me',
  '/alumni/matching',
  '/alumni/introductions',
  '/workspace',
  '/applications',
  '/reviews',
  '/staff',
  '/organisations',
] as const;

/** Pages of the program office: whoever else is signed in finds nothing there. */
export const staffPaths = ['/staff', '/alumni/matching'] as const;

/** Pages that a mailed link opens. */
export const linkPages = ['/confirm', '/sign-off', '/alumni/invitations', '/introductions/answer'] as const;
