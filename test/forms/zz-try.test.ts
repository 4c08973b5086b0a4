import { readFileSync } from 'node:fs';
import { answer, readCommand, QUESTIONS, question } from './a-form';
it('tries', () => {
  const out: string[] = [];
  for (const line of readFileSync('/tmp/try.txt', 'utf8').split('\n').filter(Boolean)) {
    const [asked = '', text = '', told = '{}'] = line.split('\t');
    const t = text.replace(/\\n/g, '\n');
    const a = asked === '-' ? undefined : asked;
    const r = answer(t, a, JSON.parse(told));
    const c = readCommand(t, { asked: a ? question(a) : undefined, questions: QUESTIONS, told: JSON.parse(told) });
    out.push(
      `${asked}\t${text}\t=> ${r.kind} ${'problem' in r ? r.problem : ''} ${'facts' in r ? JSON.stringify(r.facts) : ''} ${c ? 'CMD ' + JSON.stringify(c) : ''}`,
    );
  }
  process.stdout.write(out.join('\n') + '\n');
});
