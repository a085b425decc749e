import { inLanguage } from '../../../shared/kernel/text.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import type { View } from '../../view.ts';

type Bounds = { min?: string | undefined; max?: string | undefined };

/** "From 10 to 200", "At least 10", "At most 200"; nothing where nothing is bounded. */
const boundWords = ({ t }: View, of: 'amount' | 'day', { min, max }: Bounds): string => {
  if (min !== undefined && max !== undefined) return t(`forms.question.${of}.between`, { min, max });
  if (min !== undefined) return t(`forms.question.${of}.least`, { min });
  return max === undefined ? '' : t(`forms.question.${of}.most`, { max });
};

const boundsOf = (view: View, question: ExtraQuestion): string => {
  const { format, t } = view;
  const written = <Value>(value: Value | undefined, write: (value: Value) => string) =>
    value === undefined ? undefined : write(value);
  switch (question.kind) {
    case 'number':
      return boundWords(view, 'amount', {
        min: written(question.min, format.number),
        max: written(question.max, format.number),
      });
    case 'money':
      return boundWords(view, 'amount', {
        min: written(question.min, format.money),
        max: written(question.max, format.money),
      });
    case 'date':
      return boundWords(view, 'day', {
        min: written(question.earliest, format.date),
        max: written(question.latest, format.date),
      });
    case 'several':
      return t('forms.question.choose', { count: question.most ?? question.options.length });
    default:
      return '';
  }
};

/** A question's help with the bounds of its answer, stated beforehand. */
export const questionHint = (view: View, question: ExtraQuestion): string | undefined => {
  const help = question.help ? inLanguage(question.help, view.language) : '';
  const words = [help, boundsOf(view, question)].filter((one) => one !== '');
  return words.length > 0 ? words.join(view.language === 'ja' ? '' : ' ') : undefined;
};
