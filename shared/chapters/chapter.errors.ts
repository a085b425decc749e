export type ChapterFailure =
  /** The chapter has sent, or would send, more invitations on one day than it may. */
  { readonly kind: 'invitations-spent'; readonly most: number };
