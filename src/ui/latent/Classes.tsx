import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import { betweenClasses, eachClass } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { Picture } from './Picture.tsx';
import { useDrawn } from './useDrawn.ts';

/** More in one row could not be told apart. */
const IN_ROW = 13;

/** One z in every class, and between two of them. */
export function Classes({ active, count }: LookProps) {
  const all = useTexts('latent');
  const texts = all.classes;
  const names = useDataSet(useRun((state) => state.opened.data))?.classes;
  const nameOf = (label: number): string => names?.[label] ?? String(label);
  const own = active?.label ?? 0;
  const [second, setSecond] = useState((own + 5) % count);
  const [first, setFirst] = useState(own);
  const [share, setShare] = useState(0.5);
  const z = active?.z ?? null;
  const each = useMemo(() => z && eachClass(z, count), [z, count]);
  const between = useMemo(
    () => z && betweenClasses(z, [first, second], share, count),
    [z, first, second, share, count],
  );
  const drawnEach = useDrawn(each);
  const { answer, error } = useDrawn(between);
  if (!z) return <p className={classes.empty}>{all.needs({ count: 1 })}</p>;
  const options = Array.from({ length: count }, (_, label) => ({ value: String(label), label: nameOf(label) }));
  const columns = count <= IN_ROW ? count : undefined;
  return (
    <>
      <h3 className={classes.subtitle}>{texts.each}</h3>
      <div className={classes.wayStrip} style={{ '--tall': 1 / (columns ?? count) } as React.CSSProperties}>
        <Picture drawn={drawnEach.answer} label={texts.describe({ count })} {...(columns && { columns })} />
      </div>
      <h3 className={classes.subtitle}>{texts.mix}</h3>
      <div className={classes.controls}>
        <NativeSelect
          size="xs"
          aria-label={texts.first}
          value={String(first)}
          data={options}
          onChange={({ currentTarget: { value } }) => setFirst(Number(value))}
        />
        <input
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={share}
          aria-label={texts.share}
          aria-valuetext={texts.shareValue({ share })}
          onChange={({ currentTarget: { value } }) => setShare(Number(value))}
        />
        <NativeSelect
          size="xs"
          aria-label={texts.second}
          value={String(second)}
          data={options}
          onChange={({ currentTarget: { value } }) => setSecond(Number(value))}
        />
      </div>
      <div className={classes.place}>
        <Picture
          drawn={answer}
          error={error}
          label={texts.picture({ first: nameOf(first), second: nameOf(second), share })}
          className={classes.large}
        />
      </div>
    </>
  );
}
