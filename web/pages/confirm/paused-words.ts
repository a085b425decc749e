import type { Failure } from '../../../shared/failures.ts';
import type { View } from '../../view.ts';

/** When the next mail may go, where that is what was refused. */
export const pausedWords = (
  { t, format }: View,
  failure: Failure | undefined,
  zone: string,
): string | undefined =>
  failure?.kind === 'mail-paused'
    ? t('counterpart.paused', { when: format.moment(failure.until, zone) })
    : undefined;
