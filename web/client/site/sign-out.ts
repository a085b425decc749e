import { forgetCopies } from './local-copy.ts';

const patienceMilliseconds = 1000;

/** Copies on this device die with the session that is ended on purpose; it ends only once they are gone. */
export const forgetOnSignOut = (): void => {
  const ending = 'form[action$="/sign-out"], form[data-forgets]';
  for (const form of document.querySelectorAll<HTMLFormElement>(ending))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
      void Promise.race([forgetCopies(form.dataset.person ?? ''), patience]).then(() => form.submit());
    });
};
