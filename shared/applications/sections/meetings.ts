import { choice, line, prose } from './field.ts';
import { sectionForm } from './section-form.ts';

const meetingKinds = [
  'consulate',
  'american-chamber',
  'economic-development-office',
  'city-office',
  'business',
  'school',
  'other',
] as const;
const priorities = ['high', 'medium', 'low'] as const;

export const meetingsForm = () =>
  sectionForm({
    fields: {},
    lists: {
      meetings: {
        fields: {
          /** The office or company, not a person. */
          with: line(120, { offers: 'posts' }),
          kind: choice(meetingKinds),
          purpose: prose({ words: 60, characters: 180 }),
          priority: choice(priorities),
        },
        atLeast: 1,
        atMost: 20,
      },
    },
  });
