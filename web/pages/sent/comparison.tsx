import type { Comparison, ListedVersion } from '../../../shared/applications/compare-versions.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Empty } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { ChangesList } from './changes.tsx';

type Props = { view: View; seen: Comparison };

/** "No. 2, Thu, January 14, 2027, 5:00 pm Eastern time". */
const nameOf = ({ view, seen }: Props, { name, at }: ListedVersion) => {
  const { t, format } = view;
  if (name === 'now') return t('sent.compare.now');
  return t('sent.compare.version', { no: name, when: at ? format.moment(at, seen.round.zone) : '' });
};

const Choose = ({ view, seen }: Props) => {
  const { t } = view;
  const form = formOf(view, {
    values: { from: String(seen.from ?? ''), to: String(seen.to ?? '') },
    labels: { from: t('sent.compare.from'), to: t('sent.compare.to') },
  });
  const choices = seen.versions.map((one) => ({
    value: String(one.name),
    label: nameOf({ view, seen }, one),
  }));
  return (
    <form method="get" class="flow gap-3 noprint">
      <SelectField form={form} name="from" choices={choices} />
      <SelectField form={form} name="to" choices={choices} />
      <button class="go" type="submit">
        {t('sent.compare.go')}
      </button>
    </form>
  );
};

/** Which two versions, and what differs between them. Asking changes nothing, so that an address can be kept. */
export const ComparisonPart = ({ view, seen }: Props) => {
  const { t } = view;
  if (seen.from === undefined || seen.to === undefined)
    return (
      <Empty title={t('sent.compare.one')} level={2}>
        <p>{t('sent.compare.one.text')}</p>
      </Empty>
    );
  return (
    <>
      <p class="gap-1">{t('sent.compare.lede')}</p>
      {seen.people === 'hidden' && <p class="small soft gap-1">{t('sent.compare.people-hidden')}</p>}
      <Choose view={view} seen={seen} />
      <p class="small soft gap-3">{t('sent.compare.marks')}</p>
      <ChangesList view={view} round={seen.round} changes={seen} />
    </>
  );
};
