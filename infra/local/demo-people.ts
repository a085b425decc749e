import { demoPeople } from './demo/people.ts';

// npm run -s demo-people: who the local sign-in lists, a line each.
for (const { name, label, email, language } of demoPeople)
  console.log([name.padEnd(20), label.padEnd(22), language, email].join('  '));
