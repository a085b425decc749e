import { alumniUseCases } from '../../functions/container/alumni-use-cases.ts';
import { applicantUseCases } from '../../functions/container/applicant-use-cases.ts';
import { reviewerUseCases } from '../../functions/container/reviewer-use-cases.ts';
import type { SiteEngines } from '../../functions/container/site-engines.ts';
import { staffRoundUseCases } from '../../functions/container/staff-round-use-cases.ts';
import { staffUseCases } from '../../functions/container/staff-use-cases.ts';
import { visitorUseCases } from '../../functions/container/visitor-use-cases.ts';
import { type AlumniPagesUseCases, alumniAreas } from '../../web/alumni-areas.ts';
import { type ApplicantUseCases, applicationAreas } from '../../web/application-areas.ts';
import { type VisitorUseCases, visitorAreas } from '../../web/areas.ts';
import { type ReviewerUseCases, reviewAreas } from '../../web/review-areas.ts';
import { type StaffUseCases, staffAreas } from '../../web/staff-areas.ts';
import { type StaffRoundUseCases, staffRoundAreas } from '../../web/staff-round-areas.ts';

/** What all pages together ask for; each function has its own. */
export type AreaUseCases = VisitorUseCases &
  AlumniPagesUseCases &
  ApplicantUseCases &
  ReviewerUseCases &
  StaffUseCases &
  StaffRoundUseCases;

/** The pages of each function that has pages, by its name in `infra/functions.ts`, on whichever use cases are there. */
export const areasOf = (of: Partial<AreaUseCases>) => ({
  web: visitorAreas(of),
  webAlumni: alumniAreas(of),
  webApplications: applicationAreas(of),
  webReviews: reviewAreas(of),
  webStaff: staffAreas(of),
  webStaffRounds: staffRoundAreas(of),
});

/** All pages as `functions/web*.ts` wire them, and the use cases of all of them together. */
export const everyAreaOn = (engines: SiteEngines) => {
  const web = visitorUseCases(engines);
  const alumni = alumniUseCases(engines);
  const applicant = applicantUseCases(engines);
  const reviewer = reviewerUseCases(engines);
  const staff = staffUseCases(engines);
  const rounds = staffRoundUseCases(engines);
  return {
    areas: [
      visitorAreas(web.areas),
      alumniAreas(alumni.areas),
      applicationAreas(applicant.areas),
      reviewAreas(reviewer.areas),
      staffAreas(staff.areas),
      staffRoundAreas(rounds.areas),
    ],
    all: { ...web.all, ...alumni.all, ...applicant.all, ...reviewer.all, ...staff.all, ...rounds.all },
  };
};
