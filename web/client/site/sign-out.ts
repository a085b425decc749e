import { forgetCopies } from './local-copy.ts';

/** Copies on this device die with the session that is ended on purpose. */
export const forgetOnSignOut = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action$="/sign-out"]'))
    form.addEventListener('submit', forgetCopies);
};
