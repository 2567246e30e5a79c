import { type ReactNode, useId } from 'react';
import { Chevron } from '../components/Chevron.tsx';
import { useLayout } from '../layout.ts';
import classes from './settings.module.css';

interface SectionProps {
  /** Under which the page remembers whether it is open, also for other systems. */
  readonly id: string;
  readonly title: string;
  /** What is to be known of it while it is closed. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

const toggle = (id: string): void =>
  useLayout.setState(({ sections }) => ({
    sections: sections.includes(id) ? sections.filter((other) => other !== id) : [...sections, id],
  }));

/** A part of the settings that is opened by its heading. */
export function Section({ id, title, note, children }: SectionProps) {
  const body = useId();
  const open = useLayout(({ sections }) => sections.includes(id));
  return (
    <section className={classes.section}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={body} onClick={() => toggle(id)}>
          <b>{title}</b> <span>{note}</span> <Chevron down={open} />
        </button>
      </h3>
      <div id={body} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}

/** What is to be known of a part that a link hides. */
export const Reading = ({ title, note }: Pick<SectionProps, 'title' | 'note'>) => (
  <section className={classes.section}>
    <h3 className={classes.still}>
      <b>{title}</b> <span>{note}</span>
    </h3>
  </section>
);
