import { sectionIds } from '../applications/application.ts';
import { mapTexts, readSnapshot } from '../applications/read-snapshot.ts';
import { type FormTerms, formOf } from '../applications/sections/forms.ts';
import { wholeSight } from '../applications/sight.ts';
import { snapshotSchema } from '../applications/snapshot.ts';
import type { People, Submission } from '../applications/submission.ts';
import type { PlacedText } from './redaction-steps.ts';

/** Every text of a submission that a passage can be hidden in, by its path, as it was sent. */
export const redactableTexts = (
  submission: Pick<Submission, 'snapshot'>,
  terms: FormTerms,
  people: People,
): readonly PlacedText[] => {
  const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
  const whole = readSnapshot(snapshot, { people, terms, sight: wholeSight });
  const texts: PlacedText[] = [];
  for (const id of sectionIds)
    mapTexts(formOf(id, terms), whole.sections[id], (path, text) => {
      texts.push([`${id}.${path}`, text]);
      return text;
    });
  return [
    ...texts,
    ['organisation', whole.organisation],
    ['signOff.name', whole.signOff.name],
    ['signOff.title', whole.signOff.title],
    ...(whole.confirmation
      ? [
          ['confirmation.domain', whole.confirmation.domain] as const,
          ['confirmation.note', whole.confirmation.note ?? ''] as const,
        ]
      : []),
    ...whole.attachments.map(({ name }) => ['attachments', name] as const),
  ];
};
