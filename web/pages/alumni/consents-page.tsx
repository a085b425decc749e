import { consentTexts, type Purpose, purposes } from '../../../shared/alumni/consent.ts';
import { CheckboxField } from '../../components/form/choice-fields.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Notice } from '../../components/notice.tsx';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** Each use of what they said, by itself, in plain words; what was agreed to, when and to which text. */
export const ConsentsPage = (props: StepProps) => {
  const { view, own, said, failure } = props;
  const { t, format } = view;
  const { alum } = own;
  const form = formOf(view, {
    labels: (purpose) =>
      purposes.filter((one) => one === purpose).map((one) => t(`alumni.consent.${one}.short`))[0],
    values: Object.fromEntries(purposes.map((one) => [one, said.choices?.[one] ? 'yes' : ''])),
    failure,
  });
  const when = (at: string) => format.date(at, view.viewerZone ?? 'UTC');
  const isOld = (one: Purpose) =>
    alum?.consents[one].given === true && alum.consents[one].text !== consentTexts[one];
  const textOf = (one: Purpose) => {
    const text = t('alumni.consents.text', { version: consentTexts[one] });
    const given = alum?.consents[one];
    return given?.given ? `${text} · ${t('alumni.consents.given', { when: when(given.at) })}` : text;
  };
  return (
    <StepFrame {...props} form={form} step="consents" version={alum?.version ?? own.draftVersion}>
      {purposes.some(isOld) && (
        <Notice>
          <p>{t('alumni.consents.old')}</p>
        </Notice>
      )}
      {purposes.map((one) => (
        <CheckboxField
          form={form}
          name={one}
          choices={[
            { value: 'yes', label: t(`alumni.consent.${one}`), note: t(`alumni.consent.${one}.purpose`) },
          ]}
          hint={textOf(one)}
        />
      ))}
      <p class="small soft">{t('alumni.consents.none')}</p>
      {alum && <p class="small soft">{t('alumni.consents.withdrawing')}</p>}
    </StepFrame>
  );
};
