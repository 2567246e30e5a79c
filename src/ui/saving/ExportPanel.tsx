import { IconDownload } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import type { EngineErrorData } from '../../core/errors.ts';
import { type About, SUBJECTS } from '../../exports/exporter.ts';
import { abouts } from '../../exports/list.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, usePage } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import { exportedRun, kindText, saveExport } from './exporting.ts';
import classes from './exports.module.css';

/** What is being made, and what became of the last. */
type Job =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly id: string; readonly aborting: AbortController }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: EngineErrorData };

/** Everything that suits what is on the screen, by subject; one file is made at a time. */
export function ExportPanel() {
  const texts = useTexts('exports');
  const controller = useController();
  const members = usePage((state) => state.members);
  const [job, setJob] = useState<Job>({ kind: 'none' });
  const brought = usePage(({ bring }) => bring.sets);
  const runs = members.map((member) => exportedRun(stateOf(member).opened, brought));
  const suited = abouts.filter(({ suits }) => runs.every(suits));
  const making = job.kind === 'making' ? job.aborting : null;
  // Nobody waits for a file any more whose sheet was closed.
  useEffect(() => () => making?.abort(), [making]);

  const make = async (about: About): Promise<void> => {
    const aborting = new AbortController();
    setJob({ kind: 'making', id: about.id, aborting });
    const outcome = await saveExport(controller, members, about, aborting.signal);
    setJob((now) => (now.kind === 'making' && now.aborting === aborting ? outcome : now));
  };
  return (
    <div className={classes.panel}>
      <p className={classes.soft}>{members.length > 1 ? texts.aboutSeveral : texts.about}</p>
      {SUBJECTS.filter((subject) => suited.some((about) => about.subject === subject)).map((subject) => (
        <section key={subject} aria-labelledby={`exports-${subject}`}>
          <h3 id={`exports-${subject}`}>{texts.subject[subject]}</h3>
          <ul>
            {suited
              .filter((about) => about.subject === subject)
              .map((about) => (
                <li key={about.id}>
                  <Choice id={about.id} disabled={job.kind === 'making'} onChoose={() => void make(about)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Outcome job={job} onCancel={() => making?.abort()} />
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, disabled, onChoose }: ChoiceProps) {
  const { label, hint } = kindText(useTexts('exports'), id);
  const describes = useId();
  return (
    <button type="button" disabled={disabled} aria-label={label} aria-describedby={describes} onClick={onChoose}>
      <IconDownload size={15} aria-hidden />
      <span className={classes.name}>{label}</span>
      <span id={describes} className={classes.soft}>
        {hint}
      </span>
    </button>
  );
}

function Outcome({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const texts = useTexts('exports');
  const said = (): string => {
    switch (job.kind) {
      case 'none':
        return texts.choose;
      case 'making':
        return texts.making({ label: kindText(texts, job.id).label });
      case 'saved':
        return texts.saved({ name: job.name });
      case 'failed':
        return sentenceOf(job.error.problem);
      default:
        return job satisfies never;
    }
  };
  return (
    <p className={classes.outcome} role={job.kind === 'failed' ? 'alert' : 'status'} data-kind={job.kind}>
      <span>{said()}</span>
      {job.kind === 'making' && (
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      )}
    </p>
  );
}
