import { keepSaved } from './site/autosave.ts';
import { countAsOneWrites } from './site/counter.ts';
import { openErrors } from './site/errors.ts';
import { keepFresh } from './site/fresh.ts';
import { scoreByKey } from './site/score-keys.ts';
import { keepScores } from './site/scores.ts';
import { forgetOnSignOut } from './site/sign-out.ts';
import { keepTotals } from './site/totals.ts';
import { tellZone } from './site/zone.ts';

tellZone();
forgetOnSignOut();
openErrors();
countAsOneWrites();
keepTotals();
keepScores();
scoreByKey();
keepFresh();
keepSaved();
