import { fileURLToPath } from 'node:url';

/** The project's root and the folder everything generated goes to. */
export type Folders = { readonly root: string; readonly build: string };

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export const projectFolders: Folders = { root, build: `${root}/.build` };
