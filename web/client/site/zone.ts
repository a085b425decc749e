/** Tells the server the reader's zone, so that the next page can show their clock beside the round's. */
export const tellZone = (): void => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (timeZone)
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in some browsers.
    document.cookie = `zone=${encodeURIComponent(timeZone)}; path=/; max-age=31536000; samesite=lax`;
};
