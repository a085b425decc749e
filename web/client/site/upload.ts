type State = { state?: string };

/**
 * `<form data-upload="…/arrived">`: sends its file with a bar that shows how far it is, and then asks our own server
 * whether it has come. What the store answers is not looked at: where it leads back to our pages, no script may read
 * it, and a connection may be lost after the last byte. Without scripts the form goes by itself.
 */
const watch = (form: HTMLFormElement): void => {
  const words = form.dataset;
  const status = form.querySelector('[data-upload-status]');
  const shown = form.querySelector<HTMLElement>('[data-upload-shown]');
  const bar = form.querySelector('progress');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const chosen = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!status || !shown || !bar || !button || !chosen) return;
  const say = (text: string | undefined) => {
    status.textContent = text ?? '';
  };

  const send = () =>
    new Promise<void>((resolve) => {
      const request = new XMLHttpRequest();
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        bar.value = total > 0 ? Math.floor((100 * loaded) / total) : 0;
        say(words.sent?.replace('[percent]', String(bar.value)));
      });
      request.addEventListener('loadend', () => resolve());
      request.open('POST', form.action);
      request.send(new FormData(form));
    });

  /** What our server says: a word for the person, or that it is there. */
  const failureOf = async (): Promise<string | undefined> => {
    try {
      const response = await fetch(words.upload ?? '', {
        method: 'POST',
        headers: { 'x-autosave': '1' },
        body: new URLSearchParams(),
      });
      if (response.status === 401) return words.signedOut;
      const { state }: State = response.ok ? await response.json() : {};
      return state === undefined || state === 'waiting' ? words.failed : undefined;
    } catch {
      return words.failed;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) return;
    if ((chosen.files?.[0]?.size ?? 0) > Number(words.max)) return say(words.tooLarge);
    button.disabled = true;
    shown.hidden = false;
    void send()
      .then(() => {
        say(words.looking);
        return failureOf();
      })
      .then((failure) => {
        button.disabled = false;
        shown.hidden = true;
        say(failure ?? words.arrived);
        if (failure === undefined) location.assign(words.next ?? '');
      });
  });
};

export const showUploads = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) watch(form);
};
