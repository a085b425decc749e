import { describeRowsOf } from './access-rows.ts';

describeRowsOf('decisions');
