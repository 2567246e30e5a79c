import { NativeSelect } from '@mantine/core';
import { findDataSet } from '../../data/sets/index.ts';
import { dataText, useTexts } from '../../i18n/index.ts';
import { showPane, useLayout } from '../layout.ts';
import { useController, useDataSet, usePage, useRun } from '../playground.ts';
import { useRight } from '../show/rights.ts';
import { dataOf, recipeOf } from '../state/settings.ts';
import { recipesOf } from '../state/store.ts';
import classes from './bar.module.css';

const OWN = 'own';
const DRAWN = 'drawn';

/** To where one paints them: beside the picture, so that nothing is in the way. */
function openDrawing(): void {
  useLayout.setState({ stage: 'play', play: 'data' });
  showPane('picture');
}

/** The data sets that the recipe is about, those that were brought or drawn, and the ways to more. */
export function DataPicker() {
  const texts = useTexts();
  const session = useController();
  // One string, which is equal while nothing changed.
  const known = usePage(({ members }) => dataOf(recipesOf(members)).join(' '));
  const data = useRun((state) => state.wanted.data);
  const brought = usePage((state) => state.bring.sets);
  // A comparison has no place to draw in.
  const draws = usePage(({ members }) => members.length === 1 && recipesOf(members).every((id) => recipeOf(id).points));
  const right = useRight('data');
  const name = dataText(texts, useDataSet(data) ?? { id: data, name: data });
  if (right === 'hidden')
    return (
      <p className={classes.fixed}>
        <b>{name}</b>
      </p>
    );
  return (
    <NativeSelect
      disabled={right === 'locked'}
      title={right === 'locked' ? texts.show.locked : undefined}
      size="xs"
      className={classes.data ?? ''}
      aria-label={texts.page.dataSet}
      value={data}
      data={[
        ...known.split(' ').map((id) => ({ value: id, label: dataText(texts, findDataSet(id) ?? { id, name: id }) })),
        ...brought.map(({ id, name }) => ({ value: id, label: name })),
        { value: OWN, label: texts.bring.own },
        ...(draws ? [{ value: DRAWN, label: texts.bring.draw }] : []),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value === OWN) session.showBringing(true);
        else if (value === DRAWN) openDrawing();
        else session.chooseData(value);
      }}
    />
  );
}
