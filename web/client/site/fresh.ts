/**
 * `<div data-fresh="30">`: what stands in it is read again every so many seconds while the page is in sight, and left
 * alone while one is working in it. Without scripts a link on the page does the same.
 */
export const keepFresh = (): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const again = async (): Promise<void> => {
      if (document.hidden || part.contains(document.activeElement)) return;
      try {
        const response = await fetch(location.href);
        // A session that has ended answers with another page.
        if (!response.ok || response.redirected) return;
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const next = page.querySelector('[data-fresh]');
        if (next) part.replaceChildren(...next.childNodes);
      } catch {
        // Without a network what is known stays in sight.
      }
    };
    setInterval(() => void again(), Number(part.dataset.fresh) * 1000);
  }
};
