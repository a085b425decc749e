/** A static file's plain name → the address it is served under. */
export type Manifest = Readonly<Record<string, string>>;
