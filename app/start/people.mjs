import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

const COLUMNS = [
  ['name', 'name'],
  ['signIn', 'e-mail or phone'],
  ['password', 'password'],
  ['role', 'role'],
  ['organisation', 'organisation'],
];

/** Prints who can sign in to the demonstration, from `demo-people.json` in the data folder. */
export function printDemoPeople(dataDir) {
  const file = join(dataDir, 'demo-people.json');
  if (!existsSync(file)) return;
  const people = JSON.parse(readFileSync(file, 'utf8')).map((one) => ({ ...one, signIn: one.email ?? one.phone }));
  const widths = COLUMNS.map(([key, title]) =>
    Math.max(title.length, ...people.map((person) => String(person[key] ?? '').length)),
  );
  const line = (cells) => `  ${cells.map((cell, at) => cell.padEnd(widths[at])).join('  ')}`.trimEnd();
  say(`\n${line(COLUMNS.map(([, title]) => title))}`);
  for (const person of people) say(line(COLUMNS.map(([key]) => String(person[key] ?? ''))));
  say(`\n  The same as ${file}`);
}
