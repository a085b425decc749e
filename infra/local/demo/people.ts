/** Someone the local sign-in page lists for one click. They exist on no machine but this one. */
export type DemoPerson = {
  /** The subject the local identity provider gives them. */
  readonly sub: string;
  readonly email: string;
  /** What `npm run -s token -- <name>` takes. */
  readonly name: string;
  /** How pages and the sign-in list call them: a role, never a person's name. */
  readonly label: string;
  readonly language: 'en' | 'ja';
};

const person = (
  name: string,
  label: string,
  domain: string,
  language: DemoPerson['language'] = 'en',
): DemoPerson => ({
  sub: `demo-${name}`,
  email: `${name}@${domain}`,
  name,
  label,
  language,
});

export const demoPeople: readonly DemoPerson[] = [
  person('applicant-austin', 'Applicant, Austin', 'austin.example'),
  person('applicant-tacoma', 'Applicant, Tacoma', 'tacoma.example'),
  person('applicant-lakeland', 'Applicant, Lakeland', 'lakeland.example'),
  person('applicant-sebastopol', 'Applicant, Sebastopol', 'sebastopol.example'),
  person('applicant-lansing', 'Applicant, Lansing', 'lansing.example'),
  person('applicant-fort-worth', 'Applicant, Fort Worth', 'fort-worth.example'),
  person('applicant-cities', 'Applicant, six more cities', 'cities.example'),
  person('reviewer-1', 'Reviewer 1', 'reviewers.example'),
  person('reviewer-2', 'Reviewer 2', 'reviewers.example'),
  person('reviewer-3', 'Reviewer 3', 'reviewers.example', 'ja'),
  person('reviewer-4', 'Reviewer 4', 'reviewers.example', 'ja'),
  person('reviewer-5', 'Reviewer 5', 'reviewers.example'),
  person('reviewer-6', 'Reviewer 6', 'reviewers.example'),
  person('reviewer-7', 'Reviewer 7', 'reviewers.example'),
  person('reviewer-8', 'Reviewer 8', 'reviewers.example', 'ja'),
  person('alum-1', 'JET alum 1', 'alumni.example'),
  person('alum-2', 'JET alum 2', 'alumni.example'),
  person('alum-3', 'JET alum 3', 'alumni.example', 'ja'),
  person('alum-new', 'JET alum, new', 'alumni.example'),
  person('lead-florida', 'Chapter lead, JETAA Florida', 'chapters.example'),
  person('lead-texoma', 'Chapter lead, JETAA Texoma', 'chapters.example', 'ja'),
  person('staff', 'Staff', 'shimai.example'),
  person('staff-2', 'Staff 2', 'shimai.example', 'ja'),
];

/** By what a person types: the name, the label or the address, in any case. */
export const findDemoPerson = (given: string): DemoPerson | undefined => {
  const wanted = given.trim().toLowerCase();
  return demoPeople.find(({ name, label, email }) =>
    [name, label, email].some((one) => one.toLowerCase() === wanted),
  );
};
