import type { NewToken } from '../kernel/link-token.ts';
import type { KeptForms } from './kept-form.port.ts';
import { type KeptForm, keptMinutes, largestKeptForm } from './kept-form.ts';

type Ports = { forms: Pick<KeptForms, 'save'>; newToken: NewToken };

/** The token to find it by, or undefined where it is too large to be kept. */
export const keepForm =
  ({ forms, newToken }: Ports) =>
  async (form: KeptForm, now: Date): Promise<string | undefined> => {
    if (new TextEncoder().encode(JSON.stringify(form)).byteLength > largestKeptForm) return undefined;
    const token = newToken();
    await forms.save(token, form, new Date(now.getTime() + keptMinutes * 60_000));
    return token;
  };
