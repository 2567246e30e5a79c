import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { findLesson, lessons } from '../../lessons/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { titleOf } from '../lessons/titleOf.ts';
import { lessonLink } from './lessonLink.ts';
import classes from './links.module.css';
import { QrPicture } from './QrPicture.tsx';
import { qrOf } from './qr.ts';

const ALL = '';

/** For whoever teaches: each lesson, or one, with what it shows, its link and its QR code. Printed, nothing else is. */
export function LessonLinks({ onDone }: { readonly onDone: () => void }) {
  const page = useTexts();
  const all = useTexts('lessons');
  const texts = all.links;
  const [chosen, setChosen] = useState(ALL);
  const one = findLesson(chosen);
  const named = lessons.map(({ id }) => ({ value: id, label: titleOf(all.title, id) }));
  return (
    <div className={classes.links} data-print="links">
      <h1 className="on-paper">
        {page.page.name}: {page.menu.links}
      </h1>
      <div className={classes.controls}>
        <NativeSelect
          size="xs"
          label={texts.which}
          value={chosen}
          data={[{ value: ALL, label: texts.all }, ...named]}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        />
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <ol className={classes.list} aria-label={all.list}>
        {(one ? [one] : lessons).map((lesson) => (
          <Row key={lesson.id} lesson={lesson} onFollow={onDone} />
        ))}
      </ol>
    </div>
  );
}

function Row({ lesson, onFollow }: { readonly lesson: Lesson; readonly onFollow: () => void }) {
  const texts = useTexts('lessons');
  const { id, minutes } = lesson;
  const title = titleOf(texts.title, id);
  const link = lessonLink(window.location.href, id);
  const qr = qrOf(link);
  return (
    <li>
      <div>
        <h3>
          {lessons.indexOf(lesson) + 1} {title} <small>{texts.minutes({ minutes })}</small>
        </h3>
        <p>{titleOf(texts.shows, id)}</p>
        <a href={link} onClick={onFollow}>
          {link}
        </a>
      </div>
      {qr && <QrPicture qr={qr} label={texts.links.qrOf({ title })} />}
    </li>
  );
}
