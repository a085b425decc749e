import * as z from 'zod';

/**
 * What an alum agrees to, one by one. `matched`: partnerships and chapters are shown that somebody like them exists, and may
 * ask them. `chapter`: their chapter's leads see who they are. `mail`: we write to them of requests. `statistics`: they count
 * in published numbers.
 */
export const purposes = ['matched', 'chapter', 'mail', 'statistics'] as const;
export type Purpose = (typeof purposes)[number];

/** Which text of each purpose is shown now, `alumni.consent.<purpose>`: one whose meaning changes gets another version. */
export const consentTexts: Readonly<Record<Purpose, string>> = {
  matched: '2026-11',
  chapter: '2026-11',
  mail: '2026-11',
  statistics: '2026-11',
};

const consentSchema = z.object({
  given: z.boolean(),
  /** When it was given or withdrawn, UTC. */
  at: z.iso.datetime(),
  /** The version of the text that was read. */
  text: z.string(),
});
export const consentsSchema = z.object({
  matched: consentSchema,
  chapter: consentSchema,
  mail: consentSchema,
  statistics: consentSchema,
});
export type Consents = z.output<typeof consentsSchema>;

/** A yes or a no for each purpose, as a person decides. */
export const choicesSchema = z.strictObject({
  matched: z.boolean(),
  chapter: z.boolean(),
  mail: z.boolean(),
  statistics: z.boolean(),
});
export type Choices = z.output<typeof choicesSchema>;

/** Each as decided at this instant; one that stays as it was, of the same text, keeps the instant at which it was decided. */
export const decide = (earlier: Consents | undefined, choices: Choices, at: Date): Consents => {
  const decided = (purpose: Purpose) => {
    const before = earlier?.[purpose];
    const given = choices[purpose];
    const text = consentTexts[purpose];
    if (before && before.given === given && (before.text === text || !given)) return before;
    return { given, at: at.toISOString(), text };
  };
  return {
    matched: decided('matched'),
    chapter: decided('chapter'),
    mail: decided('mail'),
    statistics: decided('statistics'),
  };
};

/** What is given now and was not before, and the other way round. */
export const differences = (earlier: Consents | undefined, now: Consents) => ({
  given: purposes.filter((one) => now[one].given && !earlier?.[one].given),
  withdrawn: purposes.filter((one) => !now[one].given && earlier?.[one].given === true),
});

/** Whether that is what stands, by the texts of today. */
export const isDecided = (consents: Consents, choices: Choices): boolean =>
  purposes.every(
    (one) =>
      consents[one].given === choices[one] && (!choices[one] || consents[one].text === consentTexts[one]),
  );
