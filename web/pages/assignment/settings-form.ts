import type { SettingsView } from '../../../shared/assignment/round-settings.ts';
import { scoreParts, traits } from '../../../shared/assignment/settings.ts';
import type { Failure } from '../../../shared/failures.ts';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Given = { view: View; seen: SettingsView; failure: Failure | undefined };

/** The settings' form with what stands in it, and its own words for what is wrong. */
export const settingsForm = ({ view, seen, failure }: Given): FormState => {
  const { t } = view;
  const { settings, reviewers } = seen;
  const single = (name: string) => {
    const key = `assignment.field.${name}`;
    return isMessageKey(key) ? t(key) : undefined;
  };
  const ofRow = (name: string) => {
    const [group, at, field] = name.split('.');
    if (group === 'apart') return t(field === 'one' ? 'assignment.apart.one' : 'assignment.apart.other');
    if (group === 'loads' && field) return single(`load.${field}`);
    return at === undefined ? undefined : single(`${group}.${at}`);
  };
  return formOf(view, {
    failure,
    labels: (name) => single(name) ?? ofRow(name),
    words: ({ path, code }) => {
      const owner = reviewers[Number(path.split('.')[1])];
      const of = path.startsWith('loads.') && owner ? `${owner.name}: ` : '';
      const key = `assignment.error.${code}`;
      return isMessageKey(key) ? `${of}${t(key, { label: single(path) ?? ofRow(path) ?? path })}` : undefined;
    },
    values: {
      objective: settings.objective,
      'load.min': settings.load.min,
      'load.max': settings.load.max,
      keepExisting: settings.keepExisting ? 'yes' : undefined,
      ...Object.fromEntries(traits.map((trait) => [`needs.${trait}`, settings.needs[trait]])),
      ...Object.fromEntries(scoreParts.map((part) => [`weights.${part}`, settings.weights[part]])),
      ...Object.fromEntries(
        reviewers.flatMap(({ id }, at) => {
          const own = settings.loads.find(({ reviewerId }) => reviewerId === id);
          return own
            ? [
                [`loads.${at}.min`, own.min],
                [`loads.${at}.max`, own.max],
              ]
            : [];
        }),
      ),
      ...Object.fromEntries(
        settings.apart.flatMap(([one, other], at) => [
          [`apart.${at}.one`, one],
          [`apart.${at}.other`, other],
        ]),
      ),
    },
  });
};
