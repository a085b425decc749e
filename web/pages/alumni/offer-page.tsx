import { fields, mostOpenRequests, type Offer, waysToHelp } from '../../../shared/alumni/alum.ts';
import { policyThemes, themes } from '../../../shared/kernel/theme.ts';
import { availabilities, readingLevels } from '../../../shared/matching/match-facts.ts';
import { chaptersOfState, jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { CheckboxField, RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { StepFrame, type StepProps } from './step-frame.tsx';

const valuesOf = (offer: Offer | undefined, proposed: string | undefined) => ({
  japanese: offer?.japanese,
  languages: offer?.languages.join(', '),
  fields: offer?.fields,
  skills: offer?.skills.join(', '),
  topics: offer?.topics,
  ways: offer?.ways,
  availability: offer?.availability ?? 'some',
  most: offer?.most ?? mostOpenRequests,
  chapter: offer ? (offer.chapter ?? '') : proposed,
});

/** What an alum brings, and how often they wish to be asked. The chapter is proposed by the state they live in. */
export const OfferPage = (props: StepProps) => {
  const { view, said, failure } = props;
  const { t } = view;
  const { home, offer } = said;
  const [proposed] = home?.in === 'us' ? chaptersOfState(home.state) : [];
  const labels = (name: string) =>
    ({
      japanese: t('alumni.offer.japanese'),
      languages: t('alumni.offer.languages'),
      fields: t('alumni.offer.fields'),
      skills: t('alumni.offer.skills'),
      topics: t('alumni.offer.topics'),
      ways: t('alumni.offer.ways'),
      availability: t('alumni.offer.availability'),
      most: t('alumni.offer.most'),
      chapter: t('alumni.offer.chapter'),
    })[name.replace(/\.\d+$/, '')];
  const form = formOf(view, { labels, values: valuesOf(offer, proposed?.id), failure });
  return (
    <StepFrame
      {...props}
      form={form}
      step="offer"
      version={props.own.alum?.version ?? props.own.draftVersion}
    >
      <RadioField
        form={form}
        name="japanese"
        choices={readingLevels.map((value) => ({ value, label: t(`alumni.level.${value}`) }))}
      />
      <TextField form={form} name="languages" hint={t('alumni.offer.languages.hint')} optional />
      <CheckboxField
        form={form}
        name="ways"
        many
        choices={waysToHelp.map((value) => ({ value, label: t(`alumni.way.${value}`) }))}
        optional
      />
      <CheckboxField
        form={form}
        name="fields"
        many
        choices={fields.map((value) => ({ value, label: t(`alumni.field.${value}`) }))}
        optional
      />
      <TextField form={form} name="skills" hint={t('alumni.offer.skills.hint')} optional />
      <Topics form={form} />
      <RadioField
        form={form}
        name="availability"
        choices={availabilities
          .toReversed()
          .map((value) => ({ value, label: t(`alumni.availability.${value}`) }))}
      />
      <SelectField
        form={form}
        name="most"
        hint={t('alumni.offer.most.hint')}
        blank={false}
        choices={Array.from({ length: mostOpenRequests }, (_, at) => ({
          value: String(at + 1),
          label: String(at + 1),
        }))}
      />
      <SelectField
        form={form}
        name="chapter"
        blank={false}
        hint={proposed && t('alumni.offer.chapter.proposed', { chapter: proposed.name })}
        choices={[
          { value: '', label: t('alumni.offer.chapter.none') },
          ...jetaaChapters
            .filter(({ status }) => status !== 'historic')
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </StepFrame>
  );
};

const Topics = ({ form }: { form: FormState }) => {
  const { t } = form.view;
  return (
    <CheckboxField
      form={form}
      name="topics"
      many
      choices={[
        ...themes.map((value) => ({ value, label: t(`site.theme.${value}`) })),
        ...policyThemes.map((value) => ({ value, label: t(`alumni.topic.${value}`) })),
      ]}
      optional
    />
  );
};
